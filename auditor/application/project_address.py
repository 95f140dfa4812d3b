"""Read the address of a project from what somebody typed or pasted; pure.

People paste addresses with words around them, in brackets, without a scheme, broken by blanks, out
of mail filters and log-in pages. What can be understood is; for the rest one sentence says what to
type.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from html import unescape
from ipaddress import ip_address
from urllib.parse import unquote

from auditor.errors import BadInputError
from crawlers.platforms import recognise
from crawlers.platforms.base import NotAProjectError
from crawlers.urls.canonical import tidy
from crawlers.urls.parts import host_of, public_suffix, query_of, split
from crawlers.urls.wrappers import archived_address, unwrap
from reports.i18n.terminal import TERMINAL

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
# http://, https:/, htps://, http//:, https;//, https:\\ and the like; a blank may follow.
_SCHEME = re.compile(
    r"(?<![\w%/])(?:h{1,2}t{1,3}p{0,2}(s?)\s*(?:[:;]\s*[/\\]+|[/\\]{2,}:?)\s*)+", re.IGNORECASE
)
_OPENING = "<([{\"'«“„”‘‹*_`"
_CLOSING = ">]}\"'»”“’›.,;:!?…*`"
_OTHER_SCHEME = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]*:(?://|[^/\d])", re.IGNORECASE)
_HOST = re.compile(
    r"(?:[^\s/?#:@<>()\[\]{}\"',;.]+\.)+[^\W\d_][\w-]+\.?|localhost|\d{1,3}(?:\.\d{1,3}){3}"
)
# What README, help and guides write in place of a project's name.
_MARKED = re.compile(
    r"<[^<>/]*>|\{[^{}/]*\}|\[[^\[\]/]*\]|%3C.*?%3E|%7B.*?%7D|…|\.\.\.", re.IGNORECASE
)
_NAMES = re.compile(
    r"(?:MY|YOUR|MIT|DIT|DIN|MEIN|DEIN|IHR|VOTRE|TU|SU)?[-_ ]?"
    r"(?:NAME|NAVN|NAMN|NOM|NOMBRE|NOME|NIMI|PROJECT|PROJEKT|PROYECTO|PROJET|PROGETTO|PROJETO|"
    r"PROJEKTNAVN|PROJEKTNAME|PROJECT[-_]?NAME|SLUG|ID|XXX+)"
)
_WHOLE_PLACEHOLDERS = frozenset({"URL", "ADDRESS", "ADRESSE", "ADDRESSE", "LINK"})
_ESEP = "https://school-education.ec.europa.eu"
_OF_A_PROJECT = re.compile(r"/(?:etwinning|networking)/projects/[^/?#]+", re.IGNORECASE)
_NOT_IN_NAMES = re.compile(r"[\W_]+")
_XN = re.compile(r"xn--[a-z0-9-]+")
_LONGEST_NAME = 60  # characters
_SHORTEST = 3  # characters of an address that is shown in a sentence
_LONGEST = 160


def read_address(text: str) -> str:
    """The address of a project, as a browser would ask for it.

    Raises ``BadInputError`` with one sentence for what holds no address, several addresses, the
    placeholder of a guide, or a page of a platform that belongs to no project.
    """
    plain = " ".join(_INVISIBLE.sub("", unescape(text)).split())
    plain = _SCHEME.sub(lambda match: f"http{match[1].lower()}://", plain)
    _refuse_placeholder(plain)
    address = _one_address(plain, text).replace("\\", "/")
    parts = split(address)
    if parts is not None and (parts.username is not None or parts.password is not None):
        raise BadInputError(TERMINAL["address_with_password"])
    if split(tidy(address)) is None:
        raise _no_address(text)
    return _project_address(tidy(address))


def folder_name(address: str, day: date) -> str:
    """A safe name of a folder for an audit: the project's name in its address, and the day."""
    site = recognise(address)
    named = _XN.sub(_as_read, unquote(site.seed.project_id))
    named = f"twinspace-{named}" if named.isdigit() else named.removeprefix("www.")
    letters = unicodedata.normalize("NFC", named.casefold())
    name = _NOT_IN_NAMES.sub("-", letters).strip("-")[:_LONGEST_NAME].strip("-")
    return f"{name or 'twinspace'}-{day.isoformat()}"


def _as_read(label: re.Match[str]) -> str:
    """A part of a host's name with its letters as they are read."""
    try:
        return label[0].encode("ascii").decode("idna")
    except UnicodeError:
        return label[0]


def _no_address(text: str) -> BadInputError:
    shown = " ".join(text.split())
    shown = shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
    return BadInputError(TERMINAL["not_an_address"], text=shown or '""')


def _refuse_placeholder(text: str) -> None:
    """Raise when the name of the project is still the placeholder of a guide."""
    if text.strip(_OPENING + _CLOSING + ")").upper() in _WHOLE_PLACEHOLDERS:
        raise _no_address(text)
    for path in re.findall(r"/(?:projects|twinspace\.etwinning\.net)/([^\s?#]*)", text):
        step = path.partition("/")[0]
        closed = _MARKED.fullmatch(step) or _MARKED.match(path)
        if closed or _NAMES.fullmatch(step):
            raise BadInputError(
                TERMINAL["placeholder"], name=closed[0] if closed else step.rstrip(_CLOSING)
            )


def _one_address(plain: str, given: str) -> str:
    """The only address of a text; raises ``BadInputError`` for none and for several."""
    joined = _joined(plain)
    found = dict.fromkeys(_addresses(joined if joined else plain))
    if not found:
        raise _no_address(given)
    addresses = tuple(found)
    if len(addresses) > 1:
        raise BadInputError(TERMINAL["several_addresses"], addresses=" ".join(addresses))
    return addresses[0]


def _joined(text: str) -> str:
    """The text without the blanks that break an address of a project; empty when none is broken."""
    if text.count("://") > 1 or " " not in text:
        return ""
    start = text.find("://")
    before = text[:start].rpartition(" ")[0] if start > 0 else ""
    broken = text[len(before) :].strip()
    words = broken.split(" ")
    last = max((place for place, word in enumerate(words) if "/" in word), default=0)
    whole = next(_addresses("".join(words[: last + 1])), "")
    if last and _is_project(whole):
        return whole
    if start > 0 and len(words) > 1 and "/" in words[1]:
        return "%20".join(words[: last + 1])  # as browsers write a blank inside an address
    if len(words) > 1 and words[0].endswith(("/", "-", "_")):
        whole = next(_addresses("".join(words[:2])), "")
        first = next(_addresses(words[0]), "")
        return whole if _is_project(whole) and not _is_project(first) else ""
    return ""


def _addresses(text: str) -> Iterator[str]:
    """The addresses in a text: those with a scheme, else those that begin with a host."""
    words = text.split(" ")
    with_scheme = [address for word in words if (address := _with_scheme(word))]
    yield from with_scheme or [address for word in words if (address := _without_scheme(word))]


def _with_scheme(word: str) -> str:
    """The address of a word that has a scheme; empty for others."""
    start = re.search(r"https?://", word)
    if start is None:
        return ""
    before = word[: start.start()].lstrip(_OPENING)
    host = _HOST.match(before)
    if host is not None and before[host.end() :].startswith("/"):
        return _trimmed(f"https://{before}{word[start.start() :]}")  # an archive's prefix
    return _trimmed(word[start.start() :])


def _without_scheme(word: str) -> str:
    """The address of a word that begins with a host's name; empty for others."""
    bare = word.lstrip(_OPENING).removeprefix("//")
    host = _HOST.match(bare)
    if host is None or _OTHER_SCHEME.match(bare):
        return ""
    end = bare[host.end() : host.end() + 1]
    if end and end not in "/?#:" + _CLOSING + ")<":
        return ""
    name = host[0].rstrip(".").lower()
    if name == "localhost" or _is_number(name):
        return _trimmed(f"http://{bare}")
    return _trimmed(f"https://{bare}") if public_suffix(name) else ""


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _trimmed(address: str) -> str:
    """The address up to a quotation mark or an angle bracket, without punctuation at its end."""
    address = re.split(r"[<>\"«»“”„]", address, maxsplit=1)[0]
    while address:
        last = address[-1]
        unopened = last == ")" and address.count(")") > address.count("(")
        if not unopened and last not in _CLOSING:
            break
        address = address[:-1]
    return address if len(address.partition("://")[2]) >= _SHORTEST else ""


def _is_project(address: str) -> bool:
    """True for an address of a platform's project, not for any other website."""
    try:
        return bool(address) and recognise(address).platform.id != "web"
    except NotAProjectError:
        return False


def _project_address(address: str) -> str:
    """The address, or the one of the project that it leads on to (mail filters, log-in pages)."""
    if archived_address(address) is None:
        address = unwrap(address).url
    inner = _inner_project(address)
    if inner:
        return inner
    try:
        recognise(address)
    except NotAProjectError as error:
        raise BadInputError(TERMINAL["not_a_project"], url=address) from error
    return address


def _inner_project(address: str, depth: int = 3) -> str:
    """The project that stands in a parameter of a log-in's address; empty where there is none."""
    parts = split(address)
    if parts is None or not parts.query or not depth or _OF_A_PROJECT.search(parts.path):
        return ""
    for value in query_of(address).values():
        target = unquote(value)
        target = f"{_ESEP}{target}" if target.startswith("/") else target
        if host_of(target) and _is_project(target):
            return target
        if deeper := _inner_project(target, depth - 1):
            return deeper
    return ""
