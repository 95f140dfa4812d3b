"""H5P: interactive content on h5p.org, H5P.com, Lumi and any WordPress site with the plugin."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

_ID = r"(?P<id>[0-9]+)"

_SOURCE = "addresses in public code; what a page answers is expected; read 2026-11-23"


PROVIDER = Provider(
    id="h5p",
    name="H5P",
    kinds=(Kind.QUIZ,),
    hosts=(
        "h5p.org",
        "h5p.com",
        "app.lumi.education",
    ),
    shapes=(
        Shape(
            path=rf"/(?:node|h5p/embed)/{_ID}(?:/.*)?",
            canonical="https://h5p.org/node/{id}",
            native_id="org/{id}",
            hosts=("h5p.org",),
        ),
        Shape(
            path=rf"/content/{_ID}(?:/.*)?",
            canonical="https://{host}/content/{id}",
            native_id="{host}/{id}",
            hosts=("h5p.com",),
            host=r"(?!(?:www|help|docs|status)\.)[\w-]+\.h5p\.com",
        ),
        Shape(
            path=r"/(?:api/v1/)?run/(?P<id>[\w-]{4,})(?:/embed)?/?",
            canonical="https://app.lumi.education/run/{id}",
            native_id="lumi/{id}",
            hosts=("app.lumi.education",),
        ),
        Shape(
            path=r"(?:/[^/]+)*/wp-admin/admin-ajax\.php",
            query={"action": r"h5p_embed", "id": _ID},
            canonical="{clean_url}",
            native_id="{host}/{id}",
            hosts=("*",),
        ),
        # The plugins for Moodle and Drupal, on any site.
        Shape(
            path=r"(?:/[^/]+)*/mod/hvp/(?:embed|view)\.php",
            query={"id": _ID},
            canonical="{clean_url}",
            native_id="{host}/hvp/{id}",
            hosts=("*",),
        ),
        Shape(
            path=r"(?:/[^/]+)*/h5p/(?:embed/(?P<id>\d+)|(?P<number>\d+)/embed)/?",
            canonical="{clean_url}",
            native_id="{host}/{id}{number}",
            hosts=("*",),
            host=r"(?!(?:.*\.)?h5p\.(?:org|com)$).+",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="org/617",
                canonical_url="https://h5p.org/node/617",
                kind=Kind.QUIZ,
            )
            for url in (
                "https://h5p.org/node/617",
                "https://h5p.org/h5p/embed/617",
            )
        ),
        Example(
            url="https://ourschool.h5p.com/content/1290123456789/embed",
            native_id="ourschool.h5p.com/1290123456789",
            canonical_url="https://ourschool.h5p.com/content/1290123456789",
            kind=Kind.QUIZ,
        ),
        Example(
            url="https://app.lumi.education/run/a1B2c3",
            native_id="lumi/a1B2c3",
            canonical_url="https://app.lumi.education/run/a1B2c3",
            kind=Kind.QUIZ,
        ),
        Example(
            url="https://school.example.org/wp-admin/admin-ajax.php?action=h5p_embed&id=12",
            native_id="school.example.org/12",
            canonical_url="https://school.example.org/wp-admin/admin-ajax.php?action=h5p_embed&id=12",
            kind=Kind.QUIZ,
        ),
        Example(
            url="https://moodle.school.example.org/mod/hvp/embed.php?id=345",
            native_id="moodle.school.example.org/hvp/345",
            canonical_url="https://moodle.school.example.org/mod/hvp/embed.php?id=345",
            kind=Kind.QUIZ,
        ),
        Example(
            url="https://school.example.org/en/h5p/67/embed",
            native_id="school.example.org/67",
            canonical_url="https://school.example.org/en/h5p/67/embed",
            kind=Kind.QUIZ,
        ),
    ),
    not_artefacts=(
        "https://h5p.org/interactive-video",
        "https://h5p.org/",
        "https://h5p.org/user/login",
        "https://ourschool.h5p.com/",
        "https://h5p.com/content/12",
        "https://school.example.org/wp-admin/admin-ajax.php?action=search&id=12",
        "https://h5p.org.example.org/node/617",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.CONTENT_SHOWN,
            where="body",
            pattern=r"\bH5PIntegration\b",
            source="expected of every page that shows H5P content; not confirmed",
            inferred=True,
        ),
    ),
    live=Live(
        public="https://h5p.org/h5p/embed/617",
        missing="https://h5p.org/h5p/embed/999999999",
        source="the example of H5P's interactive video page; met in public code, read 2026-11-24",
    ),
    source=_SOURCE,
)
