"""Adobe Express (Spark, Slate and Voice before): web pages, films, posters and designs."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

# Most ids have 13 characters; those of the first years have five.
_ID = r"(?P<id>[A-Za-z0-9_-]{5,16})"
_END = r"(?:/(?:embed(?:\.html)?)?)?"
_URN = r"urn(?::|%3A)aaid(?::|%3A)sc(?::|%3A)(?P<zone>\w+)(?::|%3A)(?P<id>[0-9A-Fa-f-]{36})"
_SITES = r"(?:www\.)?(?:spark|express|new\.express)\.adobe\.com"
_SITE = "https://express.adobe.com/"
_SOURCE = "links and embeds in public code, read 2026-11-25; Slate and Voice as remembered"


def _kept(form: str, kind: Kind) -> Shape:
    """A thing that Spark published, under the name of its kind."""
    return Shape(
        path=rf"/{form}/{_ID}{_END}",
        canonical=f"{_SITE}{form}/{{id}}",
        host=_SITES,
        kind=kind,
    )


PROVIDER = Provider(
    id="adobe-express",
    name="Adobe Express",
    kinds=(Kind.PRESENTATION, Kind.VIDEO, Kind.IMAGE),
    hosts=(
        "spark.adobe.com",
        "express.adobe.com",
        "slate.adobe.com",
        "voice.adobe.com",
        "adobe.ly",
    ),
    shapes=(
        _kept("page", Kind.PRESENTATION),
        _kept("video", Kind.VIDEO),
        _kept("post", Kind.IMAGE),
        Shape(
            path=rf"/webpage/{_ID}{_END}",
            canonical="https://new.express.adobe.com/webpage/{id}",
            host=_SITES,
        ),
        # ``id`` is a design in the editor, for those who may open it there.
        Shape(
            path=rf"/(?P<form>publishedV2|published|id|sp/design/\w+)/(?i:{_URN})(?:/.*)?",
            canonical="https://new.express.adobe.com/{form}/urn:aaid:sc:{zone}:{id}",
            host=_SITES,
        ),
        Shape(path=rf"/a/{_ID}/?", canonical=_SITE + "page/{id}", hosts=("slate.adobe.com",)),
        Shape(
            path=rf"/v/{_ID}{_END}",
            canonical=_SITE + "video/{id}",
            hosts=("voice.adobe.com",),
            kind=Kind.VIDEO,
        ),
        Shape(
            path=r"/(?P<id>[\w-]{5,})/?",
            canonical="https://adobe.ly/{id}",
            native_id="go/{id}",
            hosts=("adobe.ly",),
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="aB1cD2eF3gH4i",
                canonical_url="https://express.adobe.com/page/aB1cD2eF3gH4i",
                kind=Kind.PRESENTATION,
            )
            for url in (
                "https://spark.adobe.com/page/aB1cD2eF3gH4i/",
                "https://express.adobe.com/page/aB1cD2eF3gH4i/?ref=mail#our-river",
                "https://spark.adobe.com/page/aB1cD2eF3gH4i/embed.html",
                "https://slate.adobe.com/a/aB1cD2eF3gH4i/",
            )
        ),
        *(
            Example(
                url=url,
                native_id="aB1cD2eF3gH4i",
                canonical_url="https://express.adobe.com/video/aB1cD2eF3gH4i",
                kind=Kind.VIDEO,
            )
            for url in (
                "https://spark.adobe.com/video/aB1cD2eF3gH4i/embed",
                "https://express.adobe.com/video/aB1cD2eF3gH4i",
                "https://voice.adobe.com/v/aB1cD2eF3gH4i",
            )
        ),
        Example(
            url="https://spark.adobe.com/post/aB1cD2eF3gH4i/",
            native_id="aB1cD2eF3gH4i",
            canonical_url="https://express.adobe.com/post/aB1cD2eF3gH4i",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://new.express.adobe.com/webpage/aB1cD2eF3gH4i",
            native_id="aB1cD2eF3gH4i",
            canonical_url="https://new.express.adobe.com/webpage/aB1cD2eF3gH4i",
            kind=Kind.PRESENTATION,
        ),
        *(
            Example(
                url=url,
                native_id="0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
                canonical_url="https://new.express.adobe.com/publishedV2/"
                "urn:aaid:sc:EU:0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
                kind=Kind.PRESENTATION,
            )
            for url in (
                "https://new.express.adobe.com/publishedV2/"
                "urn:aaid:sc:EU:0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d?promoid=Y69SGM5H&mv=other",
                "https://express.adobe.com/publishedV2/"
                "urn%3Aaaid%3Asc%3AEU%3A0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
            )
        ),
        Example(
            url="https://adobe.ly/3AbCdEf",
            native_id="go/3AbCdEf",
            canonical_url="https://adobe.ly/3AbCdEf",
            kind=Kind.PRESENTATION,
        ),
    ),
    not_artefacts=(
        "https://www.adobe.com/express/",
        "https://spark.adobe.com/",
        "https://express.adobe.com/page/",
        "https://spark.adobe.com/page-embed.js",
        "https://spark.adobe.com/sp/design",
        "https://new.express.adobe.com/home/tools/animate-from-audio",
        "https://new.express.adobe.com/tools/remove-background",
        "https://new.express.adobe.com/static/add-on-sdk/sdk.js",
        "https://spark.adobe.com/sprout/api/images/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
        "https://spark.adobe.com.example.org/page/aB1cD2eF3gH4i/",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!adobe\b|spark\b).+",
            source="expected of a published page; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
