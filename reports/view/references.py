"""Pages and artefacts as a report names them: a text, an address, a language, a state; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from crawlers.model.artefact import Artefact
from crawlers.model.link import Link
from crawlers.model.page import Page
from crawlers.model.verdict import State, Visibility
from reports.audit import Audit
from reports.i18n import messages
from reports.i18n.messages import source_text
from reports.i18n.translator import Translator
from reports.view.privacy import mask, without_email
from reports.view.tool_names import tool_name

SYMBOLS = {
    State.VISIBLE: "✓",
    State.EMPTY: "∅",
    State.LOGIN_REQUIRED: "✕",
    State.PERMISSION_REQUIRED: "✕",
    State.REMOVED: "✕",
    State.UNDETERMINED: "?",
}
_FILES = frozenset({"file", "twinspace"})
_SHORT, _END = 68, 40  # characters: the longest whole address, and the path's end of others


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """A state as words, a symbol and a group (``visible``, ``lost``, ``unknown``)."""

    text: str
    symbol: str
    group: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A page or an artefact; ``url`` is empty for what has no address, ``kind`` for a page."""

    title: str
    url: str
    kind: str = ""
    language: str = ""
    status: Status | None = None


def group_of(verdict: Visibility | State) -> str:
    """``visible``, ``unknown``, or ``lost`` for what a visitor certainly cannot see."""
    state = verdict.state if isinstance(verdict, Visibility) else verdict
    named = {State.VISIBLE: "visible", State.UNDETERMINED: "unknown"}
    return named.get(state, "lost")


def state_status(state: State, translator: Translator) -> Status:
    """A state in words, never by colour alone."""
    return Status(
        text=translator.text(source_text(messages.STATES, state.value)),
        symbol=SYMBOLS[state],
        group=group_of(state),
    )


def status(verdict: Visibility, translator: Translator) -> Status:
    """A verdict in words, with the sentence for its reason."""
    plain = state_status(verdict.state, translator)
    reason = translator.text(source_text(messages.REASONS, verdict.reason.value))
    return Status(text=plain.text, symbol=plain.symbol, group=plain.group, reason=reason)


def shown_address(url: str) -> str:
    """An address as text: no scheme, no e-mail addresses, a long one by its host and its end."""
    bare = without_email(url.partition("://")[2] or url).rstrip("/")
    address, mark, _ = bare.partition("?")
    if len(bare) <= _SHORT:
        return bare
    host, _, path = address.partition("/")
    *before, end = path.split("/")
    while before and len(before[-1]) + len(end) < _END:
        end = f"{before.pop()}/{end}"
    if len(end) > _END:
        end = f"{end[: _END // 2]}…{end[-_END // 2 :]}"
    return f"{host}/{'…/' if before else ''}{end}{'?…' if mark else ''}"


def page_reference(page: Page, translator: Translator) -> Reference:
    """A page by its title, by its address where it has none."""
    return Reference(
        title=mask(page.title).strip() or shown_address(page.url),
        url=page.url,
        language=(page.language or "") if page.title.strip() else "",
        status=status(page.visibility, translator),
    )


def artefact_reference(artefact: Artefact, translator: Translator) -> Reference:
    """An artefact by its title, else by what a page or its file calls it, else by its address."""
    labels = (sighting.label for sighting in artefact.sightings)
    texts = (artefact.title, *labels, _file_name(artefact))
    named = next((text.strip() for text in texts if text.strip()), "")
    return Reference(
        title=mask(named) or shown_address(artefact.canonical_url),
        url=artefact.canonical_url,
        kind=kind_text(artefact, translator),
        status=status(artefact.visibility, translator),
    )


def link_reference(link: Link, translator: Translator) -> Reference:
    """A link by what a page calls it, else by its address."""
    labels = (sighting.label.strip() for sighting in link.sightings)
    named = next((label for label in labels if label and "://" not in label), "")
    return Reference(
        title=mask(named) or shown_address(link.canonical_url),
        url=link.canonical_url,
        kind=translator.text(messages.LINK_ROLES[link.role.value]),
        status=status(link.visibility, translator),
    )


def _file_name(artefact: Artefact) -> str:
    """The file's name where the artefact is a file of a web site; else an empty string."""
    name = unquote(artefact.canonical_url.partition("?")[0].rpartition("/")[2])
    return name if artefact.provider in _FILES and "." in name else ""


def kind_text(artefact: Artefact, translator: Translator) -> str:
    """The kind, with the name of the web tool where one is known: ``Video (YouTube)``."""
    kind = translator.text(source_text(messages.KINDS, artefact.kind.value))
    provider = tool_name(artefact)
    return f"{kind} ({provider})" if provider else kind


def references(audit: Audit, translator: Translator) -> Mapping[str, Reference]:
    """Every page by its address, every artefact and every link by its id."""
    return {
        **{page.url: page_reference(page, translator) for page in audit.pages},
        **{artefact.id: artefact_reference(artefact, translator) for artefact in audit.artefacts},
        **{link.id: link_reference(link, translator) for link in audit.links},
    }


def reference(name: str, index: Mapping[str, Reference]) -> Reference:
    """What an id or an address refers to; the bare name where nothing of that name was found."""
    if name in index:
        return index[name]
    address = name if name.lower().startswith(("http://", "https://")) else ""
    return Reference(title=shown_address(name), url=address)
