"""WordArt (Tagul until 2017): clouds of words."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

# One of its twelve characters is a digit; without one it may as well be a word.
_ID = r"(?P<id>(?=[a-z]*\d)[a-z0-9]{12})"
_SOURCE = (
    "embed codes and addresses in public code (the editor's is expected, not confirmed); "
    "read 2026-11-25"
)


PROVIDER = Provider(
    id="wordart",
    name="WordArt",
    kinds=(Kind.IMAGE,),
    hosts=("wordart.com", "tagul.com"),
    shapes=(
        Shape(
            path=rf"/(?:(?:edit|embed|json|png|show|view)/)?{_ID}(?:[/.][^/]*)?/?",
            canonical="https://wordart.com/{id}/word-art",
            host=r"(?:(?:www|cdn)\.)?(?:wordart|tagul)\.com",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="a0bcd1efg2hi",
                canonical_url="https://wordart.com/a0bcd1efg2hi/word-art",
                kind=Kind.IMAGE,
            )
            for url in (
                "https://wordart.com/a0bcd1efg2hi/word-art",
                "https://wordart.com/a0bcd1efg2hi/our%20river?utm_source=x",
                "https://wordart.com/edit/a0bcd1efg2hi",
                "https://cdn.wordart.com/json/a0bcd1efg2hi",
                "http://cdn.tagul.com/embed/a0bcd1efg2hi",
                "https://tagul.com/show/a0bcd1efg2hi",
            )
        ),
    ),
    not_artefacts=(
        "https://wordart.com/",
        "https://wordart.com/create",
        "https://wordart.com/gallery",
        "https://wordart.com/terms",
        "https://tagul.com/unsupported-browser",
        "https://www.makewordart.com/a0bcd1efg2hi/word-art",
        "https://wordart.com.example.org/a0bcd1efg2hi/word-art",
    ),
    markers=(
        # The title in the address is made up where an embed has none.
        Marker(
            state=State.UNDETERMINED,
            reason=Reason.NO_PUBLIC_SIGN,
            where="body",
            pattern=r"^",
            status=(404,),
            source="a precaution: the address asked need not be the one that was shared",
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!word ?art\.com\b|.*\b(?:log ?in|sign ?in)\b).+",
            source="expected of a cloud that is public; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="text",
            pattern=r"this word (?:art|cloud) is private",
            source="wording expected, not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
