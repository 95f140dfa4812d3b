"""Addresses that only lead on to another one: wrappers, archives, shorteners; pure."""

from __future__ import annotations

import binascii
import re
from base64 import urlsafe_b64decode
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrapper:
    """An address that only leads on: host (with sub-domains), path pattern, parameter names."""

    host: str
    path: str
    names: tuple[str, ...]
    consent: bool = False


# Sources: openeuropa/oe_webtools (cookie consent kit), Drupal core media.oembed_iframe route,
# providers' redirect pages and mail filters as found in public links; read 2026-11-23.
WRAPPERS: tuple[Wrapper, ...] = (
    Wrapper(host="europa.eu", path=r"(?:/webtools)?/crs/iframe/?", names=("oriurl",), consent=True),
    Wrapper(host="*", path=r"(?:/[\w-]+)?/media/oembed/?", names=("url",)),
    Wrapper(host="google.*", path=r"/url/?", names=("q", "url")),
    Wrapper(host="google.*", path=r"/imgres", names=("imgurl",)),
    Wrapper(host="google.*", path=r"/(?:translate|website)", names=("u",)),
    Wrapper(host="docs.google.com", path=r"/(?:gview|viewer|viewerng/viewer)/?", names=("url",)),
    Wrapper(host="drive.google.com", path=r"/viewerng/viewer", names=("url",)),
    Wrapper(host="youtube.com", path=r"/redirect", names=("q",)),
    Wrapper(host="youtube.com", path=r"/oembed", names=("url",)),
    Wrapper(host="safelinks.protection.outlook.com", path=r"/.*", names=("url",)),
    Wrapper(host="statics.teams.cdn.office.net", path=r"/.*atp-safelinks\.html", names=("url",)),
    Wrapper(host="linkprotect.cudasvc.com", path=r"/url", names=("a",)),
    Wrapper(host="urldefense.proofpoint.com", path=r"/v1/url", names=("u",)),
    Wrapper(host="deref-mail.com", path=r"/mail/.*", names=("redirectUrl",)),
    Wrapper(host="deref-gmx.net", path=r"/mail/.*", names=("redirectUrl",)),
    Wrapper(host="deref-web.de", path=r"/mail/.*", names=("redirectUrl",)),
    Wrapper(host="facebook.com", path=r"/l\.php", names=("u",)),
    Wrapper(host="messenger.com", path=r"/l\.php", names=("u",)),
    Wrapper(host="facebook.com", path=r"/flx/warn/?", names=("u",)),
    Wrapper(
        host="facebook.com",
        path=r"/(?:v[\d.]+/)?plugins/(?:video|post|page|group)\.php",
        names=("href",),
    ),
    Wrapper(host="instagram.com", path=r"/", names=("u",)),
    Wrapper(host="linkedin.com", path=r"/redir/redirect", names=("url",)),
    Wrapper(host="vk.com", path=r"/away\.php", names=("to",)),
    Wrapper(host="t.umblr.com", path=r"/redirect", names=("z",)),
    Wrapper(host="steamcommunity.com", path=r"/linkfilter/?", names=("url", "u")),
    Wrapper(host="view.officeapps.live.com", path=r"/op/(?:embed|view)\.aspx", names=("src",)),
    Wrapper(host="slack-redir.net", path=r"/link", names=("url",)),
    Wrapper(host="cdn.embedly.com", path=r"/widgets/media\.html", names=("src", "url")),
    Wrapper(host="iframe.ly", path=r"/api/iframe", names=("url",)),
)

# Mail filters that write the address in a code of their own (Proofpoint URL Defense).
DEFENDERS: frozenset[str] = frozenset(
    ("urldefense.com", "urldefense.us", "urldefense.proofpoint.com")
)

# Addresses that stand for another one, which only a request can tell; providers' own short hosts
# (forms.gle, 1drv.ms …) belong to the providers.
SHORTENERS: frozenset[str] = frozenset(
    [
        "bit.ly",
        "tinyurl.com",
        "t.co",
        "is.gd",
        "v.gd",
        "cutt.ly",
        "rb.gy",
        "ow.ly",
        "goo.gl",
        "shorturl.at",
        "t.ly",
        "tiny.cc",
        "lnkd.in",
        "buff.ly",
        "qrco.de",
        "me-qr.com",
        "bitly.com",
        "rebrand.ly",
        "short.io",
        "s.id",
        "urlz.fr",
        "kutt.it",
        "dub.sh",
        "l24.im",
        "shorter.me",
        "u.to",
        "clck.ru",
        "tny.im",
        "x.gd",
        "qr.ae",
        "surl.li",
        "bit.do",
        "n9.cl",
        "acortar.link",
        "t1p.de",
        "kurzelinks.de",
        "urly.it",
    ]
)

# Short hosts of single services; they redirect to the long form of the address.
OWN_SHORTENERS: frozenset[str] = frozenset(
    {
        "forms.gle",
        "maps.app.goo.gl",
        "photos.app.goo.gl",
        "1drv.ms",
        "canva.link",
        "on.soundcloud.com",
        "padlet.link",
        "pin.it",
        "fb.watch",
        "fb.me",
        "flic.kr",
        "spoti.fi",
        "spotify.link",
        "vm.tiktok.com",
        "vt.tiktok.com",
    }
)

# Web archives by the hosts that rewrite addresses (their own replay pages; read 2026-11-23).
ARCHIVE_HOSTS: frozenset[str] = frozenset(
    (
        "web.archive.org",
        "archive.org",
        "arquivo.pt",
        "webarchive.org.uk",
        "web.archive.bibalex.org",
        "webarchive.nationalarchives.gov.uk",
        "vefsafn.is",
        "webarchiv.cz",
        "webarchive.loc.gov",
        "archive-it.org",
        "archive.ph",
        "archive.today",
    )
)


_NO_CODE = re.compile(r"[^\w-]")


def address_in_defense(url: str) -> str | None:
    """The address inside a mail filter's own code (Proofpoint URL Defense 2 and 3), or None.

    Version 3 writes ``*`` for letters that stand encoded after the address; version 2 writes
    ``-`` for ``%`` and ``_`` for ``/``.
    """
    parts = urlsplit(url)
    if parts.path == "/v2/url":
        coded = parse_qs(parts.query).get("u", [""])[0]
        return unquote(coded.replace("-", "%").replace("_", "/")) or None
    _, _, rest = url.partition("/v3/__")
    written, closed, code = rest.partition("__;")
    if not written or not closed:
        return None
    coded = _NO_CODE.split(code, maxsplit=1)[0]
    try:
        letters = iter(urlsafe_b64decode(coded + "=" * (-len(coded) % 4)).decode("utf-8"))
    except (binascii.Error, ValueError):
        letters = iter("")
    plain = re.sub(r"\*(?!\*)", lambda star: next(letters, star[0]), written)
    return re.sub(r"^(https?:)/(?!/)", r"\1//", plain)
