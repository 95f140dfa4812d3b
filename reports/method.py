"""How an audit was made: facts, limits, settings, warnings and the meaning of words; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crawlers.model import EmbedState, Sighting, State
from reports import words
from reports.audit import Audit
from reports.formats.json import fingerprint
from reports.i18n import Speech
from reports.privacy import masked, without_email
from reports.references import Status, state_status
from reports.words import word


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line about an audit: a name and a value, which may be an address."""

    name: str
    value: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How the audit was made; ``evidence`` is true where its exchanges were kept."""

    about: str
    visit: tuple[Fact, ...]
    coverage: tuple[Fact, ...]
    settings: tuple[Fact, ...]
    limits: tuple[str, ...]
    warnings: tuple[str, ...]
    states: tuple[tuple[Status, str], ...]
    evidence: bool


def method(audit: Audit, speech: Speech) -> Method:
    """What a reviewer must know to rely on the audit."""
    return Method(
        about=speech.text(words.METHOD),
        visit=_visit(audit, speech),
        coverage=_coverage(audit, speech),
        settings=tuple(_setting(name, value, speech) for name, value in _settings(audit)),
        limits=_limits(audit, speech),
        warnings=tuple(_warning(code, speech) for code in audit.warnings),
        states=tuple(
            (state_status(state, speech), speech.text(words.GLOSSARY[state.value]))
            for state in State
        ),
        evidence="evidence_off" not in audit.warnings,
    )


def _visit(audit: Audit, speech: Speech) -> tuple[Fact, ...]:
    run, project, text = audit.run, audit.project, speech.text
    facts = [
        Fact(name=text("Project address"), value=without_email(project.url), url=project.url),
        Fact(name=text("Platform"), value=text(word(words.PLATFORMS, project.platform))),
        Fact(
            name=text("State of the project"),
            value=text(word(words.PROJECT_STATES, project.state.value)),
        ),
        Fact(name=text("Partners"), value=", ".join(masked(one) for one in project.partners)),
        Fact(name=text("Begun"), value=speech.time(run.started_at)),
        Fact(name=text("Ended"), value=speech.time(run.finished_at)),
        Fact(name=text("Visited as"), value=text(words.VISITOR)),
        Fact(name=text("Name given to the sites"), value=run.visitor.user_agent),
        Fact(name=text("Language asked for"), value=speech.language_name(run.visitor.language)),
        Fact(name=text("Cookies at the start"), value=_value(run.visitor.cookies, speech)),
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


def _coverage(audit: Audit, speech: Speech) -> tuple[Fact, ...]:
    coverage, text, number = audit.coverage, speech.text, speech.number
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
            value=number(sum(bool(one.rendered_because) for one in audit.artefacts)),
        ),
        Fact(
            name=text("Did the check get to its end?"),
            value=text("Yes") if coverage.complete else text("No"),
        ),
        Fact(
            name=text("Is the site laid out as we know it?"),
            value=text("Yes") if coverage.layout_known else text("No"),
        ),
    )


def _settings(audit: Audit) -> list[tuple[str, object]]:
    """All settings that have words; what was done to pictures is told beside them."""
    return [
        (name, value)
        for name, value in audit.run.settings.items()
        if value is not None and name != "blur_people"
    ]


def _setting(name: str, value: object, speech: Speech) -> Fact:
    return Fact(name=speech.text(word(words.SETTINGS, name)), value=_value(value, speech))


def _value(value: object, speech: Speech) -> str:
    if isinstance(value, bool):
        return speech.text("Yes") if value else speech.text("No")
    if isinstance(value, int | float):
        return speech.number(value)
    known = words.SETTING_VALUES.get(str(value))
    return speech.text(known) if known else str(value)


def _limits(audit: Audit, speech: Speech) -> tuple[str, ...]:
    """What the audit cannot say, in sentences."""
    said = ["unknown", "moment", "content"]
    if any(page.rendered for page in audit.pages) or audit.screenshots:
        said.insert(0, "no_adverts")
    elif not _could_look(audit):
        said.insert(0, "http_only")
    if any(s.after_consent is not EmbedState.NOT_CHECKED for s in _sightings(audit)):
        said.insert(0, "consent_tried")
    if "robots_ignored" not in audit.warnings:
        said.insert(0, "robots")
    if audit.run.replayed:
        said.insert(0, "replayed")
    return tuple(speech.text(words.LIMITS[code]) for code in (*said, "masked"))


def _could_look(audit: Audit) -> bool:
    """True where a browser stood ready, whether or not anything needed it."""
    ordered = audit.run.settings.get("render") in ("auto", "always")
    return ordered and "no_renderer" not in audit.warnings


def _sightings(audit: Audit) -> Iterator[Sighting]:
    return (sighting for one in audit.artefacts for sighting in one.sightings)


def _warning(warning: str, speech: Speech) -> str:
    """A warning as a sentence, with its subject where it has one."""
    code, _, subject = warning.partition(":")
    sentence = speech.text(word(words.WARNINGS, code))
    return f"{sentence.rstrip('.')}: {without_email(subject)}" if subject else sentence
