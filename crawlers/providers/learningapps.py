"""LearningApps: small exercises; app numbers and private codes are two id spaces."""

from crawlers.model import Kind
from crawlers.providers.base import Example, Provider, Shape

_SOURCE = (
    "the oEmbed registry and public embed codes; an invented number answers 200 with "
    "an error text; read 2026-11-23"
)

PROVIDER = Provider(
    id="learningapps",
    name="LearningApps",
    kinds=(Kind.GAME,),
    hosts=("learningapps.org",),
    shapes=(
        Shape(
            path=r"/(?:view|display)?(?P<id>\d{3,})/?", canonical="https://learningapps.org/{id}"
        ),
        Shape(
            path=r"/(?:watch|display|show|view)(?:\.php)?/?",
            canonical="https://learningapps.org/watch?v={id}",
            native_id="v/{id}",
            query={"v": r"(?P<id>p[0-9a-z]{6,})"},
        ),
        Shape(
            path=r"/(?:watch|display|show|view)(?:\.php)?/?",
            canonical="https://learningapps.org/{id}",
            query={"v": r"(?P<id>\d{3,})"},
        ),
        Shape(
            path=r"/(?:watch|display|show|view)(?:\.php)?/?",
            canonical="https://learningapps.org/{id}",
            query={"app": r"(?P<id>\d{3,})"},
        ),
        Shape(
            path=r"/(?:watch|display|show|view)(?:\.php)?/?",
            canonical="https://learningapps.org/{id}",
            query={"id": r"(?P<id>\d{3,})"},
        ),
    ),
    examples=(
        Example(
            url="https://learningapps.org/21436587",
            native_id="21436587",
            canonical_url="https://learningapps.org/21436587",
            kind=Kind.GAME,
        ),
        Example(
            url="https://learningapps.org/watch?app=21436587",
            native_id="21436587",
            canonical_url="https://learningapps.org/21436587",
            kind=Kind.GAME,
        ),
        Example(
            url="https://learningapps.org/display?v=pab12cd3e21",
            native_id="v/pab12cd3e21",
            canonical_url="https://learningapps.org/watch?v=pab12cd3e21",
            kind=Kind.GAME,
        ),
    ),
    not_artefacts=(
        "https://learningapps.org/",
        "https://learningapps.org/login.php",
        "https://learningapps.org/about.php",
        "https://learningapps.org.example.org/21436587",
    ),
    oembed="https://learningapps.org/oembed.php?format=json&url={url}",
    source=_SOURCE,
)
