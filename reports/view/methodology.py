"""How an audit was made: facts, limits, settings, warnings and the meaning of words; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crawlers.model.artefact import EmbedState, Sighting
from crawlers.model.inventory import Coverage
from crawlers.model.verdict import State
from reports.audit import Audit
from reports.formats.json import fingerprint
from reports.i18n import messages
from reports.i18n.messages import source_text
from reports.i18n.translator import Translator
from reports.view.privacy import mask, without_email
from reports.view.references import Status, state_status


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line about an audit: a name and a value, which may be an address."""

    name: str
    value: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Methodology:
    """How the audit was made; ``evidence`` is true where its exchanges were kept."""

    about: str
    visit: tuple[Fact, ...]
    coverage: tuple[Fact, ...]
    settings: tuple[Fact, ...]
    limits: tuple[str, ...]
    warnings: tuple[str, ...]
    states: tuple[tuple[Status, str], ...]
    evidence: bool


def methodology(audit: Audit, translator: Translator) -> Methodology:
    """What reviewers must know before they rely on the audit."""
    return Methodology(
        about=translator.text(messages.METHOD),
        visit=_visit(audit, translator),
        coverage=_coverage(audit, translator),
        settings=tuple(_setting(name, value, translator) for name, value in _settings(audit)),
        limits=_limits(audit, translator),
        warnings=tuple(_warning(code, translator) for code in audit.warnings),
        states=tuple(
            (state_status(state, translator), translator.text(messages.GLOSSARY[state.value]))
            for state in State
        ),
        evidence="evidence_off" not in audit.warnings,
    )


def _visit(audit: Audit, translator: Translator) -> tuple[Fact, ...]:
    run, project, text = audit.run, audit.project, translator.text
    facts = [
        Fact(name=text("Project address"), value=without_email(project.url), url=project.url),
        Fact(name=text("Platform"), value=text(source_text(messages.PLATFORMS, project.platform))),
        Fact(
            name=text("State of the project"),
            value=text(source_text(messages.PROJECT_STATES, project.state.value)),
        ),
        Fact(name=text("Partners"), value=", ".join(mask(partner) for partner in project.partners)),
        Fact(name=text("Begun"), value=translator.time(run.started_at)),
        Fact(name=text("Ended"), value=translator.time(run.finished_at)),
        Fact(name=text("Visited as"), value=text(messages.VISITOR)),
        Fact(name=text("Name given to the sites"), value=run.visitor.user_agent),
        Fact(name=text("Language asked for"), value=translator.language_name(run.visitor.language)),
        Fact(name=text("Cookies at the start"), value=_value(run.visitor.cookies, translator)),
        Fact(name=text("Program"), value=f"TwinSpace Auditor {run.tool_version}"),
        Fact(name=text("Version of the rules about web tools"), value=run.rules_version),
        Fact(name=text("Number of this check"), value=run.id),
        Fact(name=text("Schema version of the data"), value=str(audit.schema_version)),
        Fact(name=text("SHA-256 of audit.json"), value=fingerprint(audit)),
        Fact(name=text("SHA-256 of evidence.wacz"), value=run.evidence_sha256),
        Fact(name=text("Rubric"), value=audit.assessment.rubric),
        Fact(
            name=text("Source of the rubric"),
            value=audit.assessment.source,
            url=audit.assessment.source,
        ),
    ]
    return tuple(fact for fact in facts if fact.value)


def _coverage(audit: Audit, translator: Translator) -> tuple[Fact, ...]:
    coverage, text, number = audit.coverage, translator.text, translator.number
    return (
        Fact(name=text("Pages found"), value=number(coverage.pages_listed)),
        Fact(name=text("Pages opened"), value=number(coverage.pages_opened)),
        Fact(name=text("Pages closed to visitors"), value=number(coverage.pages_refused)),
        Fact(name=text("Pages that could not be checked"), value=number(coverage.pages_failed)),
        Fact(
            name=text("Pages that a browser opened"),
            value=number(sum(page.rendered for page in audit.pages)),
        ),
        Fact(
            name=text("Items that a browser opened"),
            value=number(sum(bool(artefact.rendered_because) for artefact in audit.artefacts)),
        ),
        Fact(name=text("Reading compared with a browser"), value=_witness(coverage, translator)),
        Fact(
            name=text("Did the check get to its end?"),
            value=text("Yes") if coverage.complete else text("No"),
        ),
        Fact(
            name=text("Is the site laid out as we know it?"),
            value=text("Yes") if coverage.layout_known else text("No"),
        ),
    )


def _witness(coverage: Coverage, translator: Translator) -> str:
    """On how many pages a browser was held against the reading, and what it showed more."""
    witness, number = coverage.witness, translator.number
    if witness is None:
        return translator.text("Nobody compared what was read with what a browser shows.")
    if not witness.artefacts_missed and not witness.links_missed:
        return translator.count(
            "Compared on {n} page: nothing was missed.",
            "Compared on {n} pages: nothing was missed.",
            witness.pages,
        )
    return translator.text(
        "Pages compared: {pages}. Only the browser showed: items {artefacts}, links {links}. "
        "They stand in this report."
    ).format(
        pages=number(witness.pages),
        artefacts=number(witness.artefacts_missed),
        links=number(witness.links_missed),
    )


def _settings(audit: Audit) -> list[tuple[str, object]]:
    """All settings with a value; what was done to pictures stands beside the pictures."""
    return [
        (name, value)
        for name, value in audit.run.settings.items()
        if value is not None and name != "blur_people"
    ]


def _setting(name: str, value: object, translator: Translator) -> Fact:
    return Fact(
        name=translator.text(source_text(messages.SETTINGS, name)), value=_value(value, translator)
    )


def _value(value: object, translator: Translator) -> str:
    if isinstance(value, bool):
        return translator.text("Yes") if value else translator.text("No")
    if isinstance(value, int | float):
        return translator.number(value)
    source = messages.SETTING_VALUES.get(str(value))
    return translator.text(source) if source else str(value)


def _limits(audit: Audit, translator: Translator) -> tuple[str, ...]:
    """What the audit cannot say, in sentences."""
    codes = ["unknown", "moment", "content"]
    if any(page.rendered for page in audit.pages) or audit.screenshots:
        codes.insert(0, "no_adverts")
    elif not _had_browser(audit):
        codes.insert(0, "http_only")
    if any(s.after_consent is not EmbedState.NOT_CHECKED for s in _sightings(audit)):
        codes.insert(0, "consent_tried")
    if "robots_ignored" not in audit.warnings:
        codes.insert(0, "robots")
    if audit.run.replayed:
        codes.insert(0, "replayed")
    return tuple(translator.text(messages.LIMITS[code]) for code in (*codes, "masked"))


def _had_browser(audit: Audit) -> bool:
    """True when a browser was available, even if no page needed it."""
    ordered = audit.run.settings.get("render") in ("auto", "always")
    return ordered and "no_renderer" not in audit.warnings


def _sightings(audit: Audit) -> Iterator[Sighting]:
    return (sighting for artefact in audit.artefacts for sighting in artefact.sightings)


def _warning(warning: str, translator: Translator) -> str:
    """A warning as a sentence, with its subject where it has one."""
    code, _, subject = warning.partition(":")
    sentence = translator.text(messages.warning_text(code))
    return f"{sentence.rstrip('.')}: {without_email(subject)}" if subject else sentence
