"""Files by their address: what an extension promises, and whether the answer keeps it; pure.

Signatures are the first bytes that the formats' own specifications give (PDF 32000, ZIP
APPNOTE, RFC 2083 PNG, ISO 14496-12 ``ftyp``, Matroska/EBML, RIFF, OLE compound files).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from crawlers.detection import walls
from crawlers.model.artefact import Kind
from crawlers.model.capture import Capture
from crawlers.model.picture import PictureState
from crawlers.model.verdict import Reason, State, Visibility
from crawlers.providers.engine.file_types import EXTENSIONS, extension
from crawlers.providers.engine.schema import Provider
from crawlers.providers.engine.target import Target
from crawlers.providers.verdicts.flow import merge_evidence, second_look
from crawlers.providers.verdicts.protocol import Answer, Flow, Probe
from crawlers.providers.verdicts.signals import is_foreign_host, judge_answer, signal_fits

_PICTURE, _MEDIA, _PAPER, _PACKED, _TEXT, _PAGE = (
    *("picture", "media", "paper", "packed", "text", "page"),
)
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (rb"%PDF-", _PAPER),
    (rb"\{\\rtf", _PAPER),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _PAPER),
    (rb"PK(?:\x03\x04|\x05\x06|\x07\x08)", _PACKED),
    (rb"Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x1f\x8b", _PACKED),
    (rb"[FCZ]WS[\x01-\x40]", _PACKED),
    (rb".{60}(?:BOOKMOBI|TEXtREAd)", _PACKED),
    (rb"\xff\xd8\xff|\x89PNG\r\n\x1a\n|GIF8[79]a|RIFF.{4}WEBP|II\*\x00|MM\x00\*", _PICTURE),
    (rb"BM.{4}\x00{4}", _PICTURE),
    (rb".{4}ftyp(?:heic|heix|hevc|heim|mif1|msf1|avif|avis)", _PICTURE),
    (rb"[\x00-\x0f].{3}(?:ftyp|moov|mdat|wide|free|skip)", _MEDIA),
    (rb"\x1aE\xdf\xa3|OggS|fLaC|FLV\x01|RIFF.{4}(?:WAVE|AVI )", _MEDIA),
    (rb"ID3|\xff[\xe2-\xfd]|\x00\x00\x01[\xb3\xba]|ADIF", _MEDIA),
    (rb"\x30\x26\xb2\x75\x8e\x66\xcf\x11", _MEDIA),
)
_FILES = frozenset({_PICTURE, _MEDIA, _PAPER, _PACKED, "drawing"})
_FAMILIES_OF_KINDS: dict[Kind, frozenset[str]] = {
    Kind.IMAGE: frozenset({_PICTURE, "drawing"}),
    Kind.VIDEO: frozenset({_MEDIA}),
    Kind.AUDIO: frozenset({_MEDIA}),
}
_OF_PICTURES: dict[PictureState, tuple[State, Reason]] = {
    PictureState.BLANK: (State.EMPTY, Reason.NOTHING_IN_IT),
    PictureState.BROKEN: (State.EMPTY, Reason.PICTURE_BROKEN),
    PictureState.UNTRIED: (State.UNDETERMINED, Reason.PICTURE_NOT_TRIED),
}
_MARKUP = re.compile(
    rb"\s*+(?:<!--(?>.{0,2000}?-->)\s*+|<\?xml(?>.{0,500}?>)\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_DRAWING = re.compile(rb"<(?:\w+:)?svg[\s>]", re.IGNORECASE)
_MEDIA_TYPES: tuple[tuple[str, str], ...] = (
    (r"image/.+", _PICTURE),
    (r"(?:video|audio)/.+|application/ogg|application/mp4", _MEDIA),
    (r"application/(?:pdf|rtf|msword|vnd\.(?:ms-|openxml|oasis).+)|text/rtf", _PAPER),
    (r"application/(?:zip|epub\+zip|x-shockwave-flash|x-(?:7z|rar|zip).*|vnd\.rar)", _PACKED),
    (r"text/(?:plain|csv|tab-separated-values|comma-separated-values)|application/csv", _TEXT),
)


def file_flow(target: Target) -> Flow:
    """Ask for the file and compare what comes with what its address promises.

    Nothing is called removed, and no picture broken, before a second, fresh request says so too.
    """
    return _asked_twice(target.probe_url, partial(_delivery_verdict, target))


def _asked_twice(url: str, verdict_of: Callable[[Answer], Visibility]) -> Flow:
    """The verdict on a file, with a second look where the first one says that it is lost.

    A picture may have been broken on its way alone.
    """
    first = verdict_of((yield Probe(url=url)))
    if first.reason is not Reason.PICTURE_BROKEN:
        return (yield from second_look(first, url, verdict_of))
    second = verdict_of((yield Probe(url=url, fresh=True)))
    return merge_evidence(first, second) if second.reason is first.reason else second


def file_or_page_flow(target: Target) -> Flow:
    """Ask for a file that shows the artefact; when a page comes instead, it may say why."""

    def verdict_of(answer: Answer) -> Visibility:
        delivered = judge_file(target.provider, _promised_type(target), answer)
        told = answer.capture.picture in _OF_PICTURES
        return delivered if delivered.visible or told else judge_answer(target.provider, answer)

    return _asked_twice(target.probe_url, verdict_of)


def _promised_type(target: Target) -> str:
    return target.asking.file_type or extension(target.artefact.canonical_url)


def _delivery_verdict(target: Target, answer: Answer) -> Visibility:
    """The verdict on one answer: a seen signal that the thing is not shown outweighs the file."""
    signals = target.provider.signals
    lost = (
        signal for signal in signals if not signal.inferred and signal.state is not State.VISIBLE
    )
    signal = next((signal for signal in lost if signal_fits(signal, answer)), None)
    if signal is not None:
        return answer.capture.visibility(signal.state, signal.reason)
    promised = _promised_type(target)
    if not accepted_families(promised):
        return _judge_unpromised(target, answer)
    return judge_file(target.provider, promised, answer)


def _judge_unpromised(target: Target, answer: Answer) -> Visibility:
    """The verdict on a file whose address promises nothing: it is what its bytes say.

    What a page shows as a picture or plays must be one; a text may be any error message, so that
    its head must call it a file.
    """
    capture = answer.capture
    wanted = _FAMILIES_OF_KINDS.get(target.artefact.kind, _FILES)
    attached = capture.header("content-disposition").strip().lower().startswith("attachment")
    accepted = wanted | {_TEXT} if attached and wanted is _FILES else wanted
    return _judge_families(target.provider, accepted, answer)


def judge_file(provider: Provider, promised: str, answer: Answer) -> Visibility:
    """The verdict on one answer to a request for a file with this extension.

    A page where a file was promised may be a log-in or a refusal (a wall says which);
    any other page, error text or foreign format is ``undetermined``, never "not visible"; so is
    the wall of a host that is not the provider's.

    A picture counts by what a browser draws of it. One that does not decode is ``empty``: its
    address opens for everyone, and there is nothing to see for anyone. It is not ``removed``, since
    nobody says so, and not ``undetermined``, since the bytes are here and prove it.
    """
    return _judge_families(provider, accepted_families(promised), answer)


def _judge_families(provider: Provider, accepted: frozenset[str], answer: Answer) -> Visibility:
    capture = answer.capture
    wall = walls.detect_wall(capture, answer.document)
    if wall is not None and is_foreign_host(provider, capture):
        return capture.visibility(State.UNDETERMINED, Reason.UNEXPECTED_ANSWER)
    if wall is not None:
        return capture.visibility(wall.state, wall.reason)
    if _is_empty_file(capture):
        return capture.visibility(State.EMPTY, Reason.NOTHING_IN_IT)
    delivered = family(capture)
    if delivered in accepted and capture.picture in _OF_PICTURES:
        return capture.visibility(*_OF_PICTURES[capture.picture])
    if capture.body and delivered in accepted:
        return capture.visibility(State.VISIBLE, Reason.FILE_DELIVERED)
    return capture.visibility(State.UNDETERMINED, Reason.UNEXPECTED_ANSWER)


def _is_empty_file(capture: Capture) -> bool:
    """True when the host delivers an empty file on purpose: it states length 0 and a file's type.

    An answer that merely breaks off before its first byte says nothing.
    """
    meant = capture.header("content-length").strip() == "0" and not capture.is_html
    return meant and bool(capture.media_type) and not capture.body


def accepted_families(promised: str) -> frozenset[str]:
    """The families of content that keep the promise of an extension."""
    if promised in ("txt", "csv"):
        return frozenset({_TEXT})
    if promised == "svg":
        return frozenset({"drawing", _PICTURE})
    kind = next((kind for kind, names in EXTENSIONS.items() if promised in names), None)
    match kind:
        case Kind.IMAGE:
            return frozenset({_PICTURE})
        case Kind.VIDEO | Kind.AUDIO:
            return frozenset({_MEDIA})
        case Kind.BOOK | Kind.FILE:
            return frozenset({_PACKED})
        case Kind.DOCUMENT | Kind.PRESENTATION:
            return frozenset({_PAPER, _PACKED})
    return frozenset()


def family(capture: Capture) -> str:
    """The family of what was delivered: by its first bytes, else by the media type it claims.

    A media type alone is believed only for bytes that are no markup; empty when unknown.
    """
    head = capture.body[:4096]
    for signature, name in _SIGNATURES:
        if re.match(signature, head, re.DOTALL):
            return name
    if capture.is_html or _MARKUP.match(head):
        return _PAGE
    if b"%PDF-" in head[:1024]:
        return _PAPER
    if _DRAWING.search(head):
        return "drawing"
    if head.lstrip()[:1] in (b"<", b"{"):
        return ""
    media_type = capture.media_type
    for expression, name in _MEDIA_TYPES:
        if re.fullmatch(expression, media_type):
            return name
    return _TEXT if media_type in ("", "application/octet-stream") and _is_text(head) else ""


def _is_text(head: bytes) -> bool:
    """True for bytes that hold no control characters but blanks, tabs and line ends."""
    return not re.search(rb"[\x00-\x08\x0e-\x1f]", head)
