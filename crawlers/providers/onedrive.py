"""OneDrive and SharePoint: files and folders of Microsoft accounts and of schools' tenants."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

_LIVE = ("onedrive.live.com", "skydrive.live.com")
_RESID = r"(?P<id>[0-9A-Za-z]+!\w+)"
_BY_ID = "https://onedrive.live.com/redir?resid={id}"
_TENANT = ("sharepoint.com", "onedrive.live.com")
_SOURCE = "addresses in public code and a third party's notes on embeds; read 2026-11-23"

# The letter in a share address names the program that opens the file.
_LETTERS = (
    ("p", Kind.PRESENTATION),
    ("v", Kind.VIDEO),
    ("i", Kind.IMAGE),
    ("u", Kind.FILE),
    ("[a-hj-oq-tw-z]", Kind.DOCUMENT),
)

PROVIDER = Provider(
    id="onedrive",
    name="OneDrive",
    kinds=(Kind.DOCUMENT, Kind.PRESENTATION, Kind.VIDEO, Kind.IMAGE, Kind.FILE),
    hosts=("onedrive.live.com", "skydrive.live.com", "1drv.ms", "sdrv.ms", "sharepoint.com"),
    shapes=(
        *(
            Shape(
                path=rf"/(?P<form>{letter})/(?P<id>[\w!-]+(?:/[\w!-]+)*)/?",
                canonical="https://1drv.ms/{form}/{id}",
                native_id="{form}/{id}",
                hosts=("1drv.ms",),
                kind=kind,
            )
            for letter, kind in _LETTERS
        ),
        # Short addresses of about 2012 to 2015 do not tell the program.
        Shape(
            path=r"/(?P<id>[A-Za-z0-9]{5,10})/?",
            canonical="https://{host}/{id}",
            native_id="{host}/{id}",
            hosts=("1drv.ms", "sdrv.ms"),
        ),
        Shape(
            path=r"/(?:\w+(?:\.aspx)?/?)?",
            query={"resid": _RESID},
            canonical=_BY_ID,
            hosts=_LIVE,
            keep=("authkey",),
        ),
        Shape(
            path=r"/(?:\w+(?:\.aspx)?/?)?",
            query={"id": _RESID},
            without=("resid",),
            canonical=_BY_ID,
            hosts=_LIVE,
            keep=("authkey",),
        ),
        # A file of a tenant by its GUID, whatever page of the viewer shows it.
        *(
            Shape(
                path=r"(?P<place>(?:/:\w:/r)?(?:/[^/:]+)*?)/_layouts/15/\w+\.aspx",
                query={name: r"\{?(?P<id>[0-9A-Fa-f-]{36})\}?"},
                canonical="https://{host}{place}/_layouts/15/Doc.aspx?sourcedoc=%7B{id}%7D",
                native_id="{host}/{id}",
                hosts=_TENANT,
                without=("resid",),
            )
            for name in ("sourcedoc", "UniqueId")
        ),
        *(
            Shape(
                path=r"(?P<place>(?:/[^/:]+)*?)/_layouts/15/(?P<page>guestaccess|download)\.aspx",
                query={name: r"(?P<id>[\w-]+)"},
                canonical=f"https://{{host}}{{place}}/_layouts/15/{{page}}.aspx?{name}={{id}}",
                native_id="{host}/{id}",
                hosts=("sharepoint.com",),
                keep=("authkey", "guestaccesstoken"),
            )
            for name in ("docid", "share")
        ),
        # A file or folder by its place in the tenant, as the address bar shows it.
        *(
            Shape(
                path=rf"(?P<place>(?:/[^/:]+)*?)/_layouts/15/(?P<page>{page})\.aspx",
                query={"id": r"(?P<path>/.+)"},
                canonical="https://{host}{place}/_layouts/15/{page}.aspx",
                native_id="{host}/{digest}",
                hosts=("sharepoint.com",),
                keep=("id",),
                kind=kind,
            )
            for page, kind in (("stream", Kind.VIDEO), ("onedrive", Kind.DOCUMENT))
        ),
        *(
            Shape(
                path=rf"/:(?P<form>{letter}):/(?P<id>[gpst]/.+?)/?",
                canonical="https://{host}/:{form}:/{id}",
                native_id="{host}/{id}",
                hosts=_TENANT,
                kind=kind,
            )
            for letter, kind in _LETTERS
        ),
        *(
            Shape(
                path=rf"/:(?P<form>{letter}):/(?P<id>r/.+?)/?",
                canonical="https://{host}/:{form}:/{id}",
                native_id="{host}/{id}",
                hosts=_TENANT,
                kind=kind,
                without=("sourcedoc", "UniqueId"),
            )
            for letter, kind in _LETTERS
        ),
    ),
    examples=(
        Example(
            url="https://onedrive.live.com/embed?cid=4A5B6C7D8E9F0A1B&resid=4A5B6C7D8E9F0A1B%21112"
            "&authkey=ABcdEFghIJklMNo&em=2",
            native_id="4A5B6C7D8E9F0A1B!112",
            canonical_url="https://onedrive.live.com/redir?resid=4A5B6C7D8E9F0A1B!112"
            "&authkey=ABcdEFghIJklMNo",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://onedrive.live.com/?cid=4A5B6C7D8E9F0A1B&id=4A5B6C7D8E9F0A1B!112"
            "&authkey=ABcdEFghIJklMNo",
            native_id="4A5B6C7D8E9F0A1B!112",
            canonical_url="https://onedrive.live.com/redir?resid=4A5B6C7D8E9F0A1B!112"
            "&authkey=ABcdEFghIJklMNo",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="http://sdrv.ms/1aBcDeF",
            native_id="sdrv.ms/1aBcDeF",
            canonical_url="https://sdrv.ms/1aBcDeF",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://1drv.ms/p/s!AbCdEfGhIjKlMnOp?e=a1B2c3",
            native_id="p/s!AbCdEfGhIjKlMnOp",
            canonical_url="https://1drv.ms/p/s!AbCdEfGhIjKlMnOp",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://1drv.ms/v/s!AbCdEfGhIjKlMnOp",
            native_id="v/s!AbCdEfGhIjKlMnOp",
            canonical_url="https://1drv.ms/v/s!AbCdEfGhIjKlMnOp",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://1drv.ms/u/s!AbCdEfGhIjKlMnOp",
            native_id="u/s!AbCdEfGhIjKlMnOp",
            canonical_url="https://1drv.ms/u/s!AbCdEfGhIjKlMnOp",
            kind=Kind.FILE,
        ),
        Example(
            url="https://school-my.sharepoint.com/:i:/g/personal/ann_school_example/EaBcDeF?e=x1Y2z3",
            native_id="school-my.sharepoint.com/g/personal/ann_school_example/EaBcDeF",
            canonical_url="https://school-my.sharepoint.com/:i:/g/personal/ann_school_example/EaBcDeF",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://skydrive.live.com/embed?cid=4A5B6C7D8E9F0A1B&resid=4A5B6C7D8E9F0A1B%21112",
            native_id="4A5B6C7D8E9F0A1B!112",
            canonical_url="https://onedrive.live.com/redir?resid=4A5B6C7D8E9F0A1B!112",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://school.sharepoint.com/sites/river/_layouts/15/Doc.aspx"
            "?sourcedoc=%7B01234567-89ab-cdef-0123-456789abcdef%7D&action=embedview",
            native_id="school.sharepoint.com/01234567-89ab-cdef-0123-456789abcdef",
            canonical_url="https://school.sharepoint.com/sites/river/_layouts/15/Doc.aspx"
            "?sourcedoc=%7B01234567-89ab-cdef-0123-456789abcdef%7D",
            kind=Kind.DOCUMENT,
        ),
    ),
    not_artefacts=(
        "https://onedrive.live.com/",
        "https://onedrive.live.com/about/en-us/signin/",
        "https://school.sharepoint.com/",
        "https://sharepoint.com.example.org/:w:/g/personal/ann/EaBcDeF",
        "https://my1drv.ms/p/s!AbCdEfGhIjKlMnOp",
    ),
    markers=(
        Marker(
            state=State.REMOVED,
            reason=Reason.SOFT_NOT_FOUND,
            where="text",
            pattern=r"this item might not exist or is no longer available",
            source="a third party's notes on OneDrive embeds; read 2026-11-23",
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r".+",
            source="expected of an open share; not confirmed",
            inferred=True,
        ),
    ),
    live=Live(
        public="https://greaternyace.sharepoint.com/:v:/s/acementornydrive/ETski5eAfNVEoPRZUAyy1wEBpLgVFYWso5bjbZjfBLlPUg?e=PQUfVb",
        missing="https://greaternyace.sharepoint.com/:v:/s/acementornydrive/ETski5eAfNVEoPRZUAyy1wEBpLgVFYWso5bjbZjfZZzZZz?e=PQUfVb",
        source="an example in yt-dlp's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
