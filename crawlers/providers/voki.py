"""Voki: speaking figures and the presentations that they give."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

_NUMBER = r"(?P<id>\d{3,})"
_SUM = r"(?P<sum>[0-9a-fA-F]{16,})"
_SCENE = "https://www.voki.com/site/pickup?scid={id}"
_HOSTS = r"(?:[\w-]+\.)?voki\.com"
_SOURCE = "feedsweep's Voki rules (live answers) and players in public code; read 2026-11-25"

PROVIDER = Provider(
    id="voki",
    name="Voki",
    kinds=(Kind.OTHER,),
    hosts=("voki.com", "oddcast.com"),
    shapes=(
        # A figure opens only with its check sum.
        Shape(
            path=r"/(?:site/pickup|pickup\.php|site/pickup\.php)/?",
            query={"scid": _NUMBER},
            canonical=_SCENE,
            keep=("chsm",),
            hosts=("voki.com",),
            host=_HOSTS,
        ),
        # The Flash player that pages of 2008 to 2018 carry; it names the figure in its ``doc``.
        Shape(
            path=r"/vhss_editors/voki_player\.swf",
            query={"doc": rf".*getvoki/chsm=(?P<sum>[0-9a-fA-F]+)(?:&|%26)sc={_NUMBER}(?:\D.*)?"},
            canonical=_SCENE + "&chsm={sum}",
            hosts=("oddcast.com",),
            host=r"vhss(?:-\w+)?\.oddcast\.com",
        ),
        Shape(
            path=r"/(?:php|site)/viewmessage(?:\.php|/index\.php)?/?",
            query={"chsm": _SUM},
            canonical="https://www.voki.com/php/viewmessage/?chsm={sum}",
            native_id="message/{sum}",
            keep=("mId",),
            hosts=("voki.com",),
            host=_HOSTS,
        ),
        Shape(
            path=r"/vp-editor/(?:\w+/)*\w+\.php",
            query={"VpID": _NUMBER},
            canonical="https://www.voki.com/vp-editor/preview_export/impress.php?VpID={id}",
            native_id="presenter/{id}",
            hosts=("voki.com",),
            host=_HOSTS,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="12345678",
                canonical_url="https://www.voki.com/site/pickup?scid=12345678"
                "&chsm=0123456789abcdef0123456789abcdef",
                kind=Kind.OTHER,
            )
            for url in (
                "https://www.voki.com/site/pickup"
                "?scid=12345678&chsm=0123456789abcdef0123456789abcdef",
                "http://www.voki.com/pickup.php"
                "?scid=12345678&chsm=0123456789abcdef0123456789abcdef&height=267&width=200",
                "http://vhss-d.oddcast.com/vhss_editors/voki_player.swf?doc=http%3A%2F%2F"
                "vhss-d.oddcast.com%2Fphp%2Fvhss_editors%2Fgetvoki%2F"
                "chsm=0123456789abcdef0123456789abcdef%26sc=12345678",
            )
        ),
        Example(
            url="http://www.voki.com/php/viewmessage/"
            "?chsm=0123456789abcdef0123456789abcdef&mId=987654",
            native_id="message/0123456789abcdef0123456789abcdef",
            canonical_url="https://www.voki.com/php/viewmessage/"
            "?chsm=0123456789abcdef0123456789abcdef&mId=987654",
            kind=Kind.OTHER,
        ),
        Example(
            url="https://voki.com/vp-editor/preview_export/impress.php?VpID=1234567",
            native_id="presenter/1234567",
            canonical_url="https://www.voki.com/vp-editor/preview_export/impress.php?VpID=1234567",
            kind=Kind.OTHER,
        ),
    ),
    not_artefacts=(
        "https://www.voki.com/",
        "https://www.voki.com/site/create",
        "https://www.voki.com/site/pricing",
        "https://vhss-d.oddcast.com/vhost_embed_functions_v4.php?acc=9308752&js=1",
        "https://navoki.com/site/pickup?scid=12345678",
        "https://www.voki.com.example.org/site/pickup?scid=12345678",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="body",
            pattern=r"\bAC_V(?:oki|Host)_Embed\s*\(",
            source="the call that fills a figure's page; expected there, not confirmed, 2026-11-25",
            inferred=True,
        ),
    ),
    live=Live(
        public="https://www.voki.com/site/pickup?scid=7715476&chsm=631cce3b6b1bb63568035e9ad179caee",
        missing="https://www.voki.com/site/pickup?scid=7000000&chsm=631cce3b6b1bb63568035e9ad179caee",
        source="an example in feedsweep's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
