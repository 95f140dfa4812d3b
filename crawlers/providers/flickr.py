"""Flickr: photos, albums, galleries, streams of photos, and groups' pools of them."""

from dataclasses import replace

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Live, Marker, Provider, Shape
from crawlers.providers.delivery import file_flow
from crawlers.providers.flow import common_flow

_NOBODY = "friends|search|tags|upload|organize|me|public|contacts|map"
_NAME = rf"(?P<user>(?!(?:{_NOBODY})(?:/|$))(?!\d+%40N\d\d)[\w@%.-]+)"
# A number as an owner's name, with its @ written out or not.
_OWNERS = ((_NAME, "{user}"), (r"(?P<user>\d+)%40(?P<part>N\d\d)", "{user}@{part}"))
_ID = r"(?P<id>\d+)"
_NSID = r"(?P<user>\d+)(?:@|%40)(?P<part>N\d\d)"
_HOSTS = r"(?:(?:www|m|secure|[a-z]{2})\.)?flickr\.com"
_EMBEDR = r"embedr\.flickr\.com"
_STREAM = "https://www.flickr.com/photos/{user}/"
_SLIDES = r"/slide[sS]how/index\.gne"
_SOURCE = (
    "feedsweep's Flickr rules (live answers), the oEmbed registry, embeds in public code; "
    "read 2026-11-25"
)


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """The common flow; a picture by itself is a file.

    oEmbed is asked about photos and albums by their owner's address and about short addresses,
    which it names itself; of the others it need not know.
    """
    page = artefact.canonical_url
    if "static" in page.split("/")[2]:
        return (yield from file_flow(provider, artefact))
    numbered = artefact.native_id.removeprefix("album/").isdigit() and "/photos/" in page
    known = (numbered and "/embedr." not in page) or "//flic.kr/" in page
    return (yield from common_flow(provider if known else replace(provider, oembed=""), artefact))


def _owned(name: str, owner: str) -> tuple[Shape, ...]:
    """What stands under the name of its owner, who is written as ``owner``."""
    path, page = rf"/photos/{name}", f"https://www.flickr.com/photos/{owner}/"
    photo = rf"{path}/{_ID}(?:/.*)?"
    albums = rf"{path}/(?:sets|albums)/{_ID}(?:/.*)?"
    others = rf"{path}/(?P<form>galleries|collections)/(?P<id>\d+)(?:/.*)?"
    views = r"albums|archives?(?:/.*)?|collections|galleries|page\d+|player|sets|show|with/\d+"
    rows = (
        (photo, page + "{id}/", "{id}"),
        (albums, page + "albums/{id}", "album/{id}"),
        (others, page + "{form}/{id}/", "{form}/{id}"),
        (rf"{path}(?:/(?:{views}))?/?", page, f"stream/{owner}"),
    )
    return (
        *(
            Shape(path=p, canonical=c, native_id=n, hosts=("flickr.com",), host=_HOSTS)
            for p, c, n in rows
        ),
        # The mobile site named the photo in the fragment.
        Shape(
            path=r"/?",
            fragment=photo,
            canonical=page + "{id}/",
            hosts=("flickr.com",),
            host=r"m\.flickr\.com",
        ),
    )


PROVIDER = Provider(
    id="flickr",
    name="Flickr",
    kinds=(Kind.IMAGE,),
    hosts=("flickr.com", "flic.kr", "staticflickr.com"),
    shapes=(
        *(shape for name, owner in _OWNERS for shape in _owned(name, owner)),
        Shape(
            path=r"/groups/(?P<id>[\w@%.-]+)(?:/pool(?:/.*)?)?/?",
            canonical="https://www.flickr.com/groups/{id}/",
            native_id="groups/{id}",
            hosts=("flickr.com",),
            host=rf"{_HOSTS}|{_EMBEDR}",
        ),
        # A pass for guests is the key to what is not public.
        Shape(
            path=r"/gp/(?P<user>[\w@%.-]+)/(?P<id>\w+)/?",
            canonical="https://www.flickr.com/gp/{user}/{id}",
            native_id="gp/{user}/{id}",
            hosts=("flickr.com",),
            host=_HOSTS,
        ),
        # The frames of old: a query says what to show, the narrowest first.
        Shape(
            path=_SLIDES,
            query={"set_id": _ID},
            canonical="https://embedr.flickr.com/photosets/{id}",
            native_id="album/{id}",
            hosts=("flickr.com",),
            host=_HOSTS,
        ),
        Shape(
            path=_SLIDES,
            query={"user_id": r"(?P<user>\d+@N\d\d)"},
            canonical=_STREAM,
            native_id="stream/{user}",
            hosts=("flickr.com",),
            host=_HOSTS,
        ),
        Shape(
            path=_SLIDES,
            query={"group_id": r"(?P<id>\d+@N\d\d)"},
            canonical="https://www.flickr.com/groups/{id}/",
            native_id="groups/{id}",
            hosts=("flickr.com",),
            host=_HOSTS,
        ),
        *(
            Shape(
                path=path,
                query={name: _ID},
                canonical="https://www.flickr.com/photo.gne?id={id}",
                hosts=("flickr.com",),
                host=_HOSTS,
            )
            for path, name in (
                (r"/(?:photo|photo_zoom|video)\.gne", "id"),
                (r"/apps/video/stewart\.swf", "photo_id"),
            )
        ),
        Shape(
            path=rf"/photos/{_ID}/?",
            canonical="https://www.flickr.com/photo.gne?id={id}",
            hosts=("flickr.com",),
            host=_EMBEDR,
        ),
        Shape(
            path=rf"/photosets/{_ID}/?",
            canonical="https://embedr.flickr.com/photosets/{id}",
            native_id="album/{id}",
            hosts=("flickr.com",),
            host=_EMBEDR,
        ),
        Shape(
            path=rf"/photostreams/{_NSID}/?",
            canonical="https://www.flickr.com/photos/{user}@{part}/",
            native_id="stream/{user}@{part}",
            hosts=("flickr.com",),
            host=_EMBEDR,
        ),
        Shape(
            path=r"/(?P<form>p|s|ps|gp|y|g)/(?P<id>\w+)(?:/\w+)?/?",
            canonical="https://flic.kr/{form}/{id}",
            native_id="{form}/{id}",
            hosts=("flic.kr",),
        ),
        # A picture by itself: number, secret and size.
        *(
            Shape(
                path=rf"/(?:\d+/){{1,2}}{_ID}_[0-9a-f]+(?:_\w+)?\.(?:jpg|jpeg|png|gif)",
                canonical="{clean_url}",
                hosts=(host,),
                host=pattern,
            )
            for host, pattern in (
                ("staticflickr.com", r".+\.staticflickr\.com"),
                ("flickr.com", r"(?:farm\d+\.)?static\.flickr\.com"),
            )
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="12345678901",
                canonical_url="https://www.flickr.com/photos/ourschool/12345678901/",
                kind=Kind.IMAGE,
            )
            for url in (
                "https://www.flickr.com/photos/ourschool/12345678901/in/dateposted-public/",
                "https://flickr.com/photos/ourschool/12345678901",
                "https://www.flickr.com/photos/ourschool/12345678901/player/0a1b2c3d4e",
                "http://www.flickr.com/photos/ourschool/12345678901/sizes/l/",
                "http://m.flickr.com/#/photos/ourschool/12345678901/",
            )
        ),
        *(
            Example(
                url=url,
                native_id="album/72157600000000001",
                canonical_url="https://www.flickr.com/photos/12345678@N01/albums/72157600000000001",
                kind=Kind.IMAGE,
            )
            for url in (
                "https://www.flickr.com/photos/12345678@N01/albums/72157600000000001",
                "http://www.flickr.com/photos/12345678@N01/sets/72157600000000001/show/",
                "https://www.flickr.com/photos/12345678%40N01/albums/72157600000000001/with/12345678901/",
            )
        ),
        *(
            Example(
                url=url,
                native_id="album/72157600000000001",
                canonical_url="https://embedr.flickr.com/photosets/72157600000000001",
                kind=Kind.IMAGE,
            )
            for url in (
                "https://www.flickr.com/slideShow/index.gne?group_id=&user_id=&set_id=72157600000000001",
                "https://embedr.flickr.com/photosets/72157600000000001?width=400&height=300",
            )
        ),
        Example(
            url="https://www.flickr.com/photos/ourschool/",
            native_id="stream/ourschool",
            canonical_url="https://www.flickr.com/photos/ourschool/",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://embedr.flickr.com/photostreams/12345678@N01?width=400&height=300",
            native_id="stream/12345678@N01",
            canonical_url="https://www.flickr.com/photos/12345678@N01/",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://www.flickr.com/groups/our-river/pool/",
            native_id="groups/our-river",
            canonical_url="https://www.flickr.com/groups/our-river/",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://www.flickr.com/gp/12345678@N01/a1B2c3",
            native_id="gp/12345678@N01/a1B2c3",
            canonical_url="https://www.flickr.com/gp/12345678@N01/a1B2c3",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://flic.kr/p/2aBcDeF",
            native_id="p/2aBcDeF",
            canonical_url="https://flic.kr/p/2aBcDeF",
            kind=Kind.IMAGE,
        ),
        *(
            Example(
                url=url,
                native_id="12345678901",
                canonical_url="https://www.flickr.com/photo.gne?id=12345678901",
                kind=Kind.IMAGE,
            )
            for url in (
                "https://www.flickr.com/photo.gne?id=12345678901",
                "https://embedr.flickr.com/photos/12345678901",
            )
        ),
        Example(
            url="https://live.staticflickr.com/65535/12345678901_0a1b2c3d4e_b.jpg",
            native_id="12345678901",
            canonical_url="https://live.staticflickr.com/65535/12345678901_0a1b2c3d4e_b.jpg",
            kind=Kind.IMAGE,
        ),
        Example(
            url="http://farm4.static.flickr.com/3210/12345678901_0a1b2c3d4e.jpg",
            native_id="12345678901",
            canonical_url="http://farm4.static.flickr.com/3210/12345678901_0a1b2c3d4e.jpg",
            kind=Kind.IMAGE,
        ),
    ),
    not_artefacts=(
        "https://www.flickr.com/",
        "https://www.flickr.com/explore",
        "https://www.flickr.com/photos/tags/river/",
        "https://www.flickr.com/search/?q=river",
        "https://www.flickr.com/people/ourschool/",
        "https://www.flickr.com/help/privacy",
        "https://www.flickr.com/groups/our-river/discuss/",
        "https://embedr.flickr.com/assets/client-code.js",
        "https://identity.flickr.com/sign-in",
        "https://www.flickr.com.example.org/photos/ourschool/12345678901/",
        "https://myflickr.com/photos/ourschool/12345678901/",
    ),
    oembed="https://www.flickr.com/services/oembed/?format=json&url={url}",
    markers=(
        Marker(
            state=State.LOGIN_REQUIRED,
            reason=Reason.LOGIN_REDIRECT,
            where="final_url",
            pattern=r"^https://(?:identity|www)\.flickr\.com/sign-?in",
            source="iframely's Flickr rules: private photos lead to the log-in; read 2026-11-23",
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!\s*flickr\b.*).+",
            source="expected of a public photo or album; not confirmed, 2026-11-25",
            inferred=True,
        ),
    ),
    flow=flow,
    live=Live(
        public="https://www.flickr.com/photos/marshal-banana/albums/72157661935064149",
        missing="https://www.flickr.com/photos/marshal-banana/albums/72157661935000000",
        source="an example in iframely's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
