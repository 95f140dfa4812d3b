"""Facebook: posts, films, photos, events, groups, and the pages of those who show them."""

from dataclasses import replace

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Marker, Provider, Shape
from crawlers.providers.flow import doubted, page_flow

_WEB = (
    r"(?:(?:www|m|mbasic|mobile|touch|web|business|free|fr|d|p|lm|[a-z]{2}-[a-z]{2})\.)?"
    r"(?:facebook|fb)\.com"
)
_SITE = (
    "a|about|ad_center|ads|adsmanager|ajax|api|apps|badges|bookmarks|business|campaign|careers"
    "|checkpoint|common|communitystandards|connect|cookie|creators|dashboard|developers|dialog|directory"
    "|docs|donate|download|e|email|embed|events|facebook_bot|feed|feeds|find-friends|fundraisers|friends"
    "|games|gaming|graphql|groups|hashtag|help|home|identity|images|instantgames|intern|invite|jobs"
    "|language|legal|lists|lite|live|local|login|logout|marketplace|me|media|memories|messages|messenger"
    "|mobile|n|nd|news|notes|notifications|nt|oauth|offers|p|page|pages|people|pg|photo|photos"
    "|places|plugins|policies|policy|posts|privacy|profile|public|questions|recover|reel|reels|reg"
    "|requests|robots\\.txt|safety|sale|saved|search|security|settings|share|sharer|shops|signup"
    "|share_channel|stories|story|story_fbid|support|terms|tr|translations|unsupportedbrowser|v|video"
    "|videos|watch|watchparty|webgraphics|whitehat|widgets|work|workplace|x|zero"
)
_NAME = r"[A-Za-z0-9_.%~-]{2,}"
_PAGE_NAME = rf"(?P<page>(?!(?i:{_SITE})(?:/|$))(?!\w+\.(?:php|ico|xml|js)(?:/|$)){_NAME})"
# A name of a page that ends in its number, or the number alone.
_NUMBERED = r"(?:[^/]*-)?(?P<id>\d{6,})"
_POST_ID = r"(?P<id>pfbid\w+|\d{5,})"
_TABS = (
    r"(?:/(?:about|about_\w+|app|community|events|followers|following|friends|info|likes|live"
    r"|map|mentions|menu|notes|photos|photos_\w+|posts|questions|reels|reels_tab|reviews|services"
    r"|shop|timeline|videos|wall|home))?/?"
)
_NUMBER = r"(?P<id>\d{5,})"
_POST = "https://www.facebook.com/{page}/posts/{id}"
_FILM = "https://www.facebook.com/watch/?v={id}"
_PHOTO = "https://www.facebook.com/photo.php?fbid={id}"
_PROFILE = "https://www.facebook.com/profile.php?id={id}"
_GROUP = r"/groups/(?P<page>(?!(?:create|discover|feed|joins|search|membership)(?:/|$))[\w.%-]+)"
_GROUP_POST = "https://www.facebook.com/groups/{page}/posts/{id}"
_GROUP_TABS = (
    r"(?:/(?:about|buy_sell_discussion|events|featured|files|media|members|photos|videos|wall))?/?"
)
_SOURCE = (
    "yt-dlp's Facebook extractor and its tests, feedsweep's Facebook rules (live answers), the "
    "oEmbed registry; read 2026-11-25"
)
# Whose page only shows that they are there: what they show may still be for friends or members.
_PLACES = ("page/", "groups/", "share/", "album/", "fb.me/")


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """The page. oEmbed wants a key since October 2020 and is not asked.

    Facebook asks robots to log in whatever the thing is, so being sent there proves nothing.
    """
    place = artefact.native_id.startswith(_PLACES)
    asked = replace(provider, markers=_WALLS) if place else provider
    verdict = yield from page_flow(asked, artefact.canonical_url)
    return doubted(verdict, State.LOGIN_REQUIRED)


def _shape(path: str, canonical: str, native_id: str = "{id}", kind: Kind | None = None) -> Shape:
    """A shape that the path alone decides."""
    return Shape(
        path=path, canonical=canonical, native_id=native_id, hosts=_MAIN, host=_WEB, kind=kind
    )


def _asked(path: str, query: dict[str, str], canonical: str, kind: Kind | None = None) -> Shape:
    """A shape with its number in the query."""
    return Shape(path=path, query=query, canonical=canonical, hosts=_MAIN, host=_WEB, kind=kind)


_MAIN = ("facebook.com", "fb.com")
_WALLS = (
    # Said of what was removed, of what its owner restricted, and of what never was.
    Marker(
        state=State.UNDETERMINED,
        reason=Reason.NO_PUBLIC_SIGN,
        where="body",
        pattern=r"this (?:content|page) isn(?:'|’|&#0?39;|&#x27;)t available",
        source="yt-dlp's Facebook extractor and iframely's rules; read 2026-11-25",
    ),
    Marker(
        state=State.UNDETERMINED,
        reason=Reason.NO_PUBLIC_SIGN,
        where="body",
        pattern=r'id="(?:login_form|loginbutton)"',
        source="iframely's Facebook rules: not public, or a log-in asked of all; read 2026-11-23",
    ),
)

PROVIDER = Provider(
    id="facebook",
    name="Facebook",
    kinds=(Kind.SOCIAL, Kind.VIDEO),
    hosts=("facebook.com", "fb.com", "fb.watch", "fb.me"),
    shapes=(
        # Posts.
        _shape(rf"{_GROUP}/(?:permalink|posts)/(?:[^/]+/)?{_POST_ID}(?:/.*)?", _GROUP_POST),
        *(
            _asked(_GROUP + r"/?", {name: _POST_ID}, _GROUP_POST)
            for name in ("multi_permalinks", "view_permalink")
        ),
        _shape(rf"/{_PAGE_NAME}/(?:posts|activity)/(?:[^/]*?[/-])?{_POST_ID}(?:[/:].*)?", _POST),
        _asked(
            r"/(?:permalink|story)\.php/?",
            {"story_fbid": _POST_ID, "id": r"(?P<page>\d+)"},
            _POST,
        ),
        # Films.
        _shape(rf"/(?:{_NAME}/)?videos?/(?:[^/]+/)*{_NUMBER}(?:/.*)?", _FILM, kind=Kind.VIDEO),
        _shape(rf"/v/{_NUMBER}/?", _FILM, kind=Kind.VIDEO),
        *(
            _asked(path, {name: _NUMBER}, _FILM, Kind.VIDEO)
            for path, name in (
                (r"/(?:watch(?:/live)?/?|video/video\.php|video\.php)", "v"),
                (r"/video/embed/?", "video_id"),
            )
        ),
        _shape(
            rf"/(?:{_NAME}/)?reels?/{_NUMBER}(?:/.*)?",
            "https://www.facebook.com/reel/{id}",
            kind=Kind.VIDEO,
        ),
        # Photos and albums.
        _asked(r"/(?:photo(?:\.php|/)?|photos/?)", {"fbid": _NUMBER}, _PHOTO),
        _shape(rf"/{_PAGE_NAME}/photos/(?:[^/]+/)*{_NUMBER}(?:/.*)?", _PHOTO),
        _shape(rf"/photos/(?:[^/]+/)*{_NUMBER}/?", _PHOTO),
        Shape(
            path=rf"/(?:media/set(?:/edit)?|{_NAME}/media_set)/?",
            query={"set": r"(?P<id>[\w.-]+)"},
            canonical="https://www.facebook.com/media/set/?set={id}",
            native_id="album/{id}",
            hosts=_MAIN,
            host=_WEB,
        ),
        Shape(
            path=rf"/(?:pg/)?{_NAME}/photos/?",
            query={"album_id": _NUMBER},
            canonical="https://www.facebook.com/media/set/?set=a.{id}",
            native_id="album/a.{id}",
            hosts=_MAIN,
            host=_WEB,
        ),
        # Events, notes, stories, questions.
        _shape(
            rf"/events/(?:s/)?(?:[^/]+/)?{_NUMBER}(?:/.*)?",
            "https://www.facebook.com/events/{id}",
        ),
        _shape(
            rf"/notes/(?P<page>{_NAME})/(?P<slug>[^/]+)/{_NUMBER}/?",
            "https://www.facebook.com/notes/{page}/{slug}/{id}",
        ),
        _shape(
            rf"/(?P<form>notes|permalink|questions|stories|watchparty)/{_NUMBER}(?:/.*)?",
            "https://www.facebook.com/{form}/{id}",
        ),
        _asked(
            r"/note\.php", {"note_id": _NUMBER}, "https://www.facebook.com/note.php?note_id={id}"
        ),
        # What the button for sharing makes: known only by asking.
        *(
            _shape(
                rf"/share/(?P<form>{form})/(?P<id>\w{{6,}})/?",
                "https://www.facebook.com/share/{form}/{id}/",
                "share/{id}",
                kind,
            )
            for form, kind in (("[vr]", Kind.VIDEO), ("[pgaes]", None))
        ),
        _shape(r"/share/(?P<id>\w{6,})/?", "https://www.facebook.com/share/{id}/", "share/{id}"),
        # Groups, pages and profiles.
        _shape(
            _GROUP + _GROUP_TABS,
            "https://www.facebook.com/groups/{page}",
            "groups/{page}",
        ),
        Shape(
            path=r"/profile\.php",
            query={"id": _NUMBER},
            canonical=_PROFILE,
            native_id="page/{id}",
            hosts=_MAIN,
            host=_WEB,
        ),
        _shape(
            rf"/(?:(?:pages|people|pg)/(?:(?:category/)?[^/]+/)?|p/)?{_NUMBERED}{_TABS}",
            _PROFILE,
            "page/{id}",
        ),
        _shape(
            rf"/(?:pg/)?{_PAGE_NAME}{_TABS}",
            "https://www.facebook.com/{page}",
            "page/{page}",
        ),
        Shape(
            path=r"/(?:home\.php)?",
            fragment=rf"!/{_PAGE_NAME}/?",
            canonical="https://www.facebook.com/{page}",
            native_id="page/{page}",
            hosts=_MAIN,
            host=_WEB,
        ),
        Shape(
            path=r"/(?:v/)?(?P<id>[\w-]{5,})/?",
            canonical="https://fb.watch/{id}/",
            native_id="watch/{id}",
            hosts=("fb.watch",),
            kind=Kind.VIDEO,
        ),
        Shape(
            path=r"/(?P<id>(?:[a-z]/)?[\w.-]{4,})/?",
            canonical="https://fb.me/{id}",
            native_id="fb.me/{id}",
            hosts=("fb.me",),
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="1234567890123456",
                canonical_url="https://www.facebook.com/ourriver/posts/1234567890123456",
                kind=Kind.SOCIAL,
            )
            for url in (
                "https://www.facebook.com/ourriver/posts/1234567890123456?__cft__[0]=a",
                "https://m.facebook.com/ourriver/posts/1234567890123456/",
                "https://es-es.facebook.com/ourriver/posts/water-day/1234567890123456/",
                "https://www.facebook.com/plugins/post.php"
                "?href=https%3A%2F%2Fwww.facebook.com%2Fourriver%2Fposts%2F1234567890123456&width=500",
                "https://www.facebook.com/v3.2/plugins/post.php"
                "?href=https%3A%2F%2Fwww.facebook.com%2Fourriver%2Fposts%2F1234567890123456",
            )
        ),
        *(
            Example(
                url=url,
                native_id="pfbid02AbCdEfGhIjKl",
                canonical_url="https://www.facebook.com/100001234567890/posts/pfbid02AbCdEfGhIjKl",
                kind=Kind.SOCIAL,
            )
            for url in (
                "https://www.facebook.com/permalink.php?story_fbid=pfbid02AbCdEfGhIjKl&id=100001234567890",
                "https://m.facebook.com/story.php?id=100001234567890&story_fbid=pfbid02AbCdEfGhIjKl",
            )
        ),
        Example(
            url="https://www.facebook.com/groups/ourriver/permalink/1234567890123456/",
            native_id="1234567890123456",
            canonical_url="https://www.facebook.com/groups/ourriver/posts/1234567890123456",
            kind=Kind.SOCIAL,
        ),
        *(
            Example(
                url=url,
                native_id="2345678901234567",
                canonical_url="https://www.facebook.com/watch/?v=2345678901234567",
                kind=Kind.VIDEO,
            )
            for url in (
                "https://www.facebook.com/ourriver/videos/2345678901234567/",
                "https://www.facebook.com/ourriver/videos/vb.1234567/2345678901234567/?type=3",
                "https://www.facebook.com/ourriver/videos/water-day/2345678901234567",
                "https://www.facebook.com/watch/?v=2345678901234567&ref=sharing",
                "https://www.facebook.com/watch/live/?v=2345678901234567",
                "https://www.facebook.com/video.php?v=2345678901234567",
                "https://www.facebook.com/video/embed?video_id=2345678901234567",
                "https://www.facebook.com/plugins/video.php"
                "?href=https%3A%2F%2Fwww.facebook.com%2Fourriver%2Fvideos%2F2345678901234567%2F",
            )
        ),
        Example(
            url="https://www.facebook.com/reel/3456789012345678?s=single_unit",
            native_id="3456789012345678",
            canonical_url="https://www.facebook.com/reel/3456789012345678",
            kind=Kind.VIDEO,
        ),
        Example(
            url="https://fb.watch/aB1cD2eF3g/",
            native_id="watch/aB1cD2eF3g",
            canonical_url="https://fb.watch/aB1cD2eF3g/",
            kind=Kind.VIDEO,
        ),
        *(
            Example(
                url=url,
                native_id="4567890123456789",
                canonical_url="https://www.facebook.com/photo.php?fbid=4567890123456789",
                kind=Kind.SOCIAL,
            )
            for url in (
                "https://www.facebook.com/photo/?fbid=4567890123456789&set=a.123",
                "https://www.facebook.com/photo.php?fbid=4567890123456789&set=a.1.2.3&type=3",
                "https://www.facebook.com/ourriver/photos/a.123.456.789/4567890123456789/?type=3",
            )
        ),
        Example(
            url="https://www.facebook.com/media/set/?set=a.1234567890.1073741829&type=3",
            native_id="album/a.1234567890.1073741829",
            canonical_url="https://www.facebook.com/media/set/?set=a.1234567890.1073741829",
            kind=Kind.SOCIAL,
        ),
        Example(
            url="https://www.facebook.com/events/5678901234567890/?acontext=1",
            native_id="5678901234567890",
            canonical_url="https://www.facebook.com/events/5678901234567890",
            kind=Kind.SOCIAL,
        ),
        Example(
            url="https://www.facebook.com/share/p/1aB2cD3eF4/?mibextid=x",
            native_id="share/1aB2cD3eF4",
            canonical_url="https://www.facebook.com/share/p/1aB2cD3eF4/",
            kind=Kind.SOCIAL,
        ),
        Example(
            url="https://www.facebook.com/groups/123456789012345/?ref=share",
            native_id="groups/123456789012345",
            canonical_url="https://www.facebook.com/groups/123456789012345",
            kind=Kind.SOCIAL,
        ),
        *(
            Example(
                url=url,
                native_id="page/ourriver",
                canonical_url="https://www.facebook.com/ourriver",
                kind=Kind.SOCIAL,
            )
            for url in (
                "https://www.facebook.com/ourriver/",
                "https://facebook.com/ourriver/photos/?tab=album",
                "https://www.facebook.com/pg/ourriver/about/",
                "http://www.facebook.com/#!/ourriver",
                "https://fb.com/ourriver",
                "https://www.facebook.com/plugins/page.php"
                "?href=https%3A%2F%2Fwww.facebook.com%2Fourriver&tabs=timeline",
            )
        ),
        *(
            Example(
                url=url,
                native_id="page/100001234567890",
                canonical_url="https://www.facebook.com/profile.php?id=100001234567890",
                kind=Kind.SOCIAL,
            )
            for url in (
                "https://www.facebook.com/profile.php?id=100001234567890&sk=photos",
                "https://www.facebook.com/people/Our-River/100001234567890/",
                "https://www.facebook.com/pages/Our-River/100001234567890?fref=ts",
                "https://www.facebook.com/Our-River-100001234567890/",
                "https://www.facebook.com/p/Our-River-100001234567890/",
            )
        ),
    ),
    not_artefacts=(
        "https://www.facebook.com/",
        "https://www.facebook.com/login.php?next=https%3A%2F%2Fwww.facebook.com%2Fourriver",
        "https://www.facebook.com/login/",
        "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fschool.example",
        "https://www.facebook.com/sharer.php?u=https%3A%2F%2Fschool.example",
        "https://www.facebook.com/dialog/share?app_id=1",
        "https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fwww.facebook.com%2Fourriver",
        "https://www.facebook.com/tr?id=1234567890&ev=PageView",
        "https://www.facebook.com/hashtag/river",
        "https://www.facebook.com/policies/cookies/",
        "https://www.facebook.com/watch/",
        "https://www.facebook.com/help/123456789012345",
        "https://developers.facebook.com/docs/plugins/",
        "https://graph.facebook.com/1234567890/picture",
        "https://notfacebook.com/ourriver/posts/1234567890123456",
        "https://www.facebook.com.example.org/ourriver",
    ),
    markers=(
        *_WALLS,
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!\s*(?:facebook\b.*|log (?:in|into)\b.*|.*\blog in or sign up\b.*)$).+",
            source="expected of a public post; not confirmed, 2026-11-25",
            inferred=True,
        ),
    ),
    flow=flow,
    source=_SOURCE,
)
