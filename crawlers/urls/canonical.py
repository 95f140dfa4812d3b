"""One spelling for equal addresses: absolute, percent-encoded, without tracking; no I/O."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, unquote, urljoin

from crawlers.urls.parts import _BAD_HOST, hostname, split, without_fragment

# ``_`` is the number that scripts append against caches (also WordPress's players: ``?_=1``).
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gad_source|gbraid|wbraid|dclid|msclkid|mc_[ce]id|igshid|igsh|yclid"
    r"|_ga|_gl|_hs(?:enc|mi)|mkt_tok|_"
)
# What browsers leave as it is in a path and in a query (URL Standard, percent-encode sets).
_PATH_SAFE = "/%:@!$&'()*+,;=~|[]"
_QUERY_SAFE = "/%:@!$&()*+,;=~?|[]{}`^\\'"
# An address that is in its usual spelling already, as most are.
_TIDY = re.compile(
    r"https?://(?:[a-z0-9-]+\.)*[a-z0-9-]+"
    rf"(?:/(?!\.)[\w.{re.escape(_PATH_SAFE[1:])}-]*)+"
    rf"(?:\?[\w.{re.escape(_QUERY_SAFE)}-]+)?(?:#[!-~]+)?",
    re.ASCII,
)


@lru_cache(maxsize=65536)
def absolute(base: str, href: str) -> str | None:
    """The web address a browser would make of ``href`` on the page ``base``, or None.

    As browsers do, back-slashes before the query count as slashes and one slash after the
    scheme is enough.
    """
    cleaned = re.sub(r"[\t\r\n]", "", href).strip()
    head = re.split(r"[?#]", cleaned, maxsplit=1)[0]
    cleaned = head.replace("\\", "/") + cleaned[len(head) :]
    cleaned = re.sub(r"^(https?):/*(?=[^/])", r"\1://", cleaned, count=1, flags=re.IGNORECASE)
    try:
        joined = urljoin(base, cleaned)
    except ValueError:
        return None
    return tidy(joined) if split(joined) else None


def _plain_host(host: str) -> str:
    """A host in lower case as the network spells it (``xn--…``), without a closing dot."""
    host = host.rstrip(".")
    if host.isascii() or "ß" in host or "ς" in host:
        return host
    try:
        spelt = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host
    return host if _BAD_HOST.search(spelt) or spelt != spelt.rstrip(".") else spelt


def _plain_path(path: str) -> str:
    """A path without ``.`` and ``..`` and with other letters as their UTF-8 bytes."""
    path = quote(path or "/", safe=_PATH_SAFE, errors="replace")
    if "/." not in path:
        return path
    kept: list[str] = []
    steps = path.split("/")[1:]
    for step in steps:
        if step == "..":
            kept = kept[:-1]
        elif step != ".":
            kept.append(step)
    closing = "/" if steps[-1] in (".", "..") and kept else ""
    return "/" + "/".join(kept) + closing


def tidy(url: str) -> str:
    """The same address in its usual spelling, as a browser would ask for it.

    Host in lower case and without a closing dot, no default port, no user name, no ``..``;
    letters other than ASCII percent-encoded as UTF-8.
    """
    if _TIDY.fullmatch(url):
        return url
    parts = split(url)
    if parts is None:
        return url
    port = (
        parts.port if parts.port not in (None, {"http": 80, "https": 443}[parts.scheme]) else None
    )
    host = _plain_host(hostname(parts.netloc))
    netloc = f"[{host}]" if ":" in host else host
    if port:
        netloc = f"{netloc}:{port}"
    path = _plain_path(parts.path)
    query = quote(parts.query, safe=_QUERY_SAFE, errors="replace")
    return parts._replace(netloc=netloc, path=path, query=query).geturl()


def without_tracking(url: str) -> str:
    """The address without fragment and parameters that only say where a click came from."""
    url = tidy(url)
    parts = split(url)
    if parts is None or not parts.query:
        return tidy(without_fragment(url))
    pieces = parts.query.split("&")
    kept = [piece for piece in pieces if not _TRACKING.fullmatch(unquote(piece.partition("=")[0]))]
    return parts._replace(query="&".join(kept), fragment="").geturl()
