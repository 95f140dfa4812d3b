"""A rich audit for the tests of the reports; the project, its schools and people are invented."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PIL import Image

from crawlers.model.artefact import Artefact, EmbedState, Form, Kind, Sighting
from crawlers.model.inventory import Coverage, Screenshot
from crawlers.model.page import Layout, Page, Section
from crawlers.model.project import Project, ProjectState
from crawlers.model.verdict import Reason, State, Visibility
from reports.audit import (
    Assessment,
    AssessmentItem,
    Audit,
    EvidenceRow,
    Finding,
    ItemKind,
    Mode,
    Outcome,
    Run,
    Severity,
    Visitor,
)
from reports.view.thumbnails import Thumbnails

WHEN = datetime(2026, 11, 23, 22, 5, 30, tzinfo=UTC)
SITE = "https://school-education.ec.europa.eu/en/etwinning/projects/havet-omkring-os/twinspace"
WORK = f"{SITE}/pages/our-work"
SAFETY = f"{SITE}/pages/esafety"
HIDDEN = f"{SITE}/pages/final-products"
SLOW = f"{SITE}/pages/gallery"
MEMBERS = f"{SITE}/members"
SCRIPT = '<script>alert("x")</script> & <b>bold</b>'
EMAIL = "soren.havmand@skole-eksempel.dk"
PHONE = "+45 12 34 56 78"
FORMULA = '=HYPERLINK("https://evil.example/","Click")'
LONG = "https://files.example.org/" + "a-very-long-folder-name/" * 8 + "final-report.pdf"
TOOLS = {
    "canva": "Canva",
    "ec-webtools": "European Commission",
    "genially": "Genially",
    "google-slides": "Google Slides",
    "padlet": "Padlet",
    "thinglink": "ThingLink",
    "youtube": "YouTube",
}


def verdict(state: State, reason: Reason, status: int | None = 200, **more: Any) -> Visibility:
    return Visibility(
        state=state,
        reason=reason,
        http_status=status,
        checked_at=WHEN,
        attempts=more.pop("attempts", 1),
        evidence=("urn:uuid:11111111-2222-4333-8444-555555555555",),
        **more,
    )


SEEN = verdict(State.VISIBLE, Reason.CONTENT_SHOWN)


def page(
    url: str, title: str, section: Section, visibility: Visibility = SEEN, **more: Any
) -> Page:
    return Page(url=url, title=title, section=section, visibility=visibility, **more)


PAGES = (
    page(SITE, "Havet omkring os", Section.HOME, layout=Layout.KNOWN, language="da", words=250),
    page(WORK, "Vores arbejde", Section.PAGE, found_on=(SITE,), layout=Layout.KNOWN, language="da"),
    page(
        SAFETY,
        f"eSafety: write to {EMAIL} or call {PHONE}",
        Section.PAGE,
        found_on=(WORK,),
        language="en",
        words=80,
        personal_data=("email",),
    ),
    page(
        HIDDEN,
        "Final products",
        Section.PAGE,
        verdict(State.PERMISSION_REQUIRED, Reason.ACCESS_DENIED, 403),
        found_on=(SITE, WORK),
    ),
    page(SLOW, "", Section.PAGE, verdict(State.UNDETERMINED, Reason.TIMEOUT, None, attempts=3)),
    page(
        MEMBERS,
        "Members",
        Section.MEMBERS,
        verdict(
            State.LOGIN_REQUIRED,
            Reason.LOGIN_REDIRECT,
            200,
            final_url="https://webgate.ec.europa.eu/cas/login",
        ),
        found_on=(SITE,),
    ),
)


def thing(
    name: str,
    kind: Kind,
    title: str,
    visibility: Visibility = SEEN,
    *,
    on: tuple[str, ...] = (WORK,),
    url: str = "",
    form: Form = Form.LINK,
    embed: EmbedState = EmbedState.NOT_CHECKED,
    embed_reason: str | None = None,
    label: str = "",
) -> Artefact:
    provider, _, native = name.partition(":")
    url = url or f"https://{provider}.example.org/{native}"
    return Artefact(
        id=name,
        provider=provider,
        tool=TOOLS.get(provider, ""),
        kind=kind,
        title=title,
        url=url,
        canonical_url=url,
        native_id=native,
        sightings=tuple(
            Sighting(
                page=where,
                form=form,
                label=label,
                url=url,
                embed=embed,
                embed_reason=embed_reason,
            )
            for where in on
        ),
        visibility=visibility,
    )


PRIVATE = verdict(
    State.LOGIN_REQUIRED, Reason.LOGIN_REDIRECT, 200, final_url="https://padlet.com/auth/login"
)
GONE = verdict(State.REMOVED, Reason.NOT_FOUND, 404, attempts=2)
BOT_WALL = verdict(State.UNDETERMINED, Reason.BOT_WALL, 403)

ARTEFACTS = (
    thing(
        "youtube:havfilm1234",
        Kind.VIDEO,
        "Vores film om havet",
        verdict(State.VISIBLE, Reason.OEMBED_ANSWER),
        on=(SITE, WORK),
        form=Form.EMBED,
        embed=EmbedState.SHOWN,
    ),
    thing("padlet:vaeg1", Kind.WALL, "Vores ideer", PRIVATE, form=Form.EMBED),
    thing("padlet:vaeg2", Kind.WALL, "Reflections of the pupils", PRIVATE),
    thing(
        "google-slides:dias1",
        Kind.PRESENTATION,
        "The tides",
        verdict(State.PERMISSION_REQUIRED, Reason.ACCESS_REQUEST, 401),
    ),
    thing("file:gone", Kind.FILE, "Evaluation.docx", GONE, url=LONG),
    thing(
        "book-creator:bog1", Kind.BOOK, "An empty book", verdict(State.EMPTY, Reason.NOTHING_IN_IT)
    ),
    thing("canva:DAF12345678", Kind.PRESENTATION, SCRIPT, BOT_WALL),
    thing("genially:quiz1", Kind.QUIZ, FORMULA, verdict(State.UNDETERMINED, Reason.NEEDS_BROWSER)),
    thing(
        "thinglink:kort1",
        Kind.IMAGE,
        f"Map by {EMAIL}",
        form=Form.EMBED,
        embed=EmbedState.BLOCKED,
        embed_reason="x_frame_options",
    ),
    thing(
        "ec-webtools:clip1",
        Kind.VIDEO,
        "",
        form=Form.EMBED,
        embed=EmbedState.NEEDS_CONSENT,
        label="Clip about whales",
    ),
    thing("-:ftp", Kind.OTHER, "", url="ftp://files.example.org/old.zip"),
    thing("-:js", Kind.SITE, "javascript link", url="javascript:alert(1)"),
)


def finding(
    check: str, severity: Severity, subject: str, reason: str, remedy: str, *evidence: str
) -> Finding:
    return Finding(
        id=f"{check}:{subject}",
        check=check,
        severity=severity,
        subject=subject,
        reason=reason,
        remedy=remedy,
        evidence=evidence,
    )


FIX, REVIEW, NOTE = Severity.FIX, Severity.REVIEW, Severity.NOTE
FINDINGS = (
    finding("page_refused", FIX, HIDDEN, "access_denied", "publish_page"),
    finding("artefact_lost", FIX, "padlet:vaeg1", "login_redirect", "share_publicly"),
    finding("artefact_lost", FIX, "padlet:vaeg2", "login_redirect", "share_publicly"),
    finding("artefact_lost", FIX, "google-slides:dias1", "access_request", "share_publicly"),
    finding("artefact_lost", FIX, "file:gone", "not_found", "replace_or_remove"),
    finding("artefact_lost", FIX, "book-creator:bog1", "nothing_in_it", "fill_or_remove"),
    finding("embed_blocked", FIX, "thinglink:kort1", "x_frame_options", "allow_embedding", WORK),
    finding("coverage_incomplete", REVIEW, "project", "stopped", "wait_and_repeat"),
    finding("layout_unknown", REVIEW, "project", "layout_unknown", "ask_support", SLOW),
    finding("page_not_checked", REVIEW, SLOW, "timeout", "wait_and_repeat"),
    finding("personal_data", REVIEW, SAFETY, "email_address", "remove_personal_data"),
    finding(
        "artefact_not_checked", REVIEW, "canva:DAF12345678", "bot_wall", "open_in_private_window"
    ),
    finding(
        "artefact_not_checked", REVIEW, "genially:quiz1", "needs_browser", "open_in_private_window"
    ),
    finding("embed_blocked", NOTE, "ec-webtools:clip1", "consent_wall", "confirm_consent", WORK),
    finding("page_refused", NOTE, MEMBERS, "login_redirect", "publish_page"),
    finding("page_unlisted", NOTE, SAFETY, "not_in_menu", "link_from_menu", WORK),
)

ITEMS = (
    AssessmentItem(
        key="common_goals_plan",
        kind=ItemKind.CONDITION,
        mode=Mode.MANUAL,
        outcome=Outcome.FOR_HUMAN,
        reason="left_to_human",
        wording={
            "en": "The project must have common goals and a shared plan",
            "da": "Projektet skal have samme mål og en fælles plan.",
        },
        evidence=(WORK,),
    ),
    AssessmentItem(
        key="results_visible",
        kind=ItemKind.CONDITION,
        mode=Mode.AUTOMATIC,
        outcome=Outcome.CANT_TELL,
        reason="results_visible_cant_tell",
        wording={
            "en": "The results of the project must be visible",
            "da": "Projektresultaterne skal være synlige",
        },
        numbers={
            "artefacts": 12,
            "visible": 4,
            "lost": 5,
            "undetermined": 2,
            "pages_refused": 1,
            "threshold": 0.5,
        },
        evidence=("youtube:havfilm1234", "padlet:vaeg1", "canva:DAF12345678", HIDDEN),
    ),
    AssessmentItem(
        key="results_impact_documentation",
        kind=ItemKind.CRITERION,
        mode=Mode.SEMI_AUTOMATIC,
        outcome=Outcome.FOR_HUMAN,
        reason="documentation_partial",
        wording={"da": "Resultater, udbytte og dokumentation"},
        table=(
            EvidenceRow(topic="product", page=WORK, artefacts=("youtube:havfilm1234",)),
            EvidenceRow(topic="esafety", page=SAFETY),
        ),
        missing=("evaluation", "dissemination"),
    ),
    AssessmentItem(
        key="use_of_technology",
        kind=ItemKind.CRITERION,
        mode=Mode.MANUAL,
        outcome=Outcome.FOR_HUMAN,
        reason="left_to_human",
        wording={"en": "Use of technology", "da": "Brug af teknologi"},
        numbers={"providers": 7, "kinds": 6},
    ),
)

AUDIT = Audit(
    run=Run(
        id="3f0c2a",
        tool_version="0.1.0",
        rules_version="2026-11-24.1",
        started_at=datetime(2026, 11, 23, 21, 58, tzinfo=UTC),
        finished_at=WHEN,
        replayed=False,
        visitor=Visitor(user_agent="TwinSpaceAuditor/0.1 (+https://example.org/)", language="da"),
        settings={"rubric": "nql-2021-dk", "rate": 1.0, "robots": "obeyed", "evidence": True},
    ),
    project=Project(
        url=SITE,
        platform="esep",
        id="havet-omkring-os",
        title="Havet omkring os",
        state=ProjectState.OPEN,
        partners=("Klitskolen, Danmark", "Scuola del Faro, Italia"),
    ),
    coverage=Coverage(
        pages_listed=8,
        pages_opened=3,
        pages_refused=2,
        pages_failed=1,
        complete=False,
        stopped_because="page_limit",
        layout_known=False,
    ),
    pages=PAGES,
    artefacts=ARTEFACTS,
    screenshots=(
        Screenshot(file="screenshots/0123456789abcdef.webp", subject=SITE, width=1280, height=2200),
        Screenshot(
            file="screenshots/fedcba9876543210.webp",
            subject=ARTEFACTS[0].id,
            width=1280,
            height=15000,
            cut=True,
            ready="time_limit",
            because="opened",
        ),
    ),
    findings=FINDINGS,
    assessment=Assessment(
        rubric="nql-2021-dk",
        title={"en": "eTwinning National Quality Label", "da": "Det nationale kvalitetscertifikat"},
        source="https://etwinning.dk/case/det-nationale-kvalitetscertifikat",
        items=ITEMS,
    ),
    warnings=(f"layout_unknown:{SLOW}", "page_limit", "a_code_of_tomorrow"),
)


def audit_with(**parts: Any) -> Audit:
    """The same audit with other parts."""
    return AUDIT.model_copy(update=parts)


def pictures(folder: Path) -> Thumbnails:
    """The audit's screenshots, drawn into a folder."""
    (folder / "screenshots").mkdir(exist_ok=True)
    for screenshot, colour in zip(AUDIT.screenshots, ("red", "blue"), strict=True):
        Image.new("RGB", (screenshot.width, screenshot.height), colour).save(
            folder / screenshot.file, "WEBP"
        )
    return Thumbnails(folder)
