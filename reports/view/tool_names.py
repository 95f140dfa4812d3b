"""Names of web tools in their own spelling, which is not translated; pure."""

from __future__ import annotations

# Those whose capitals do not follow from their ids.
_NAMES = {
    "youtube": "YouTube",
    "slideshare": "SlideShare",
    "storyjumper": "StoryJumper",
    "thinglink": "ThingLink",
    "learningapps": "LearningApps",
    "linoit": "Lino",
    "powtoon": "PowToon",
    "onedrive": "OneDrive",
    "soundcloud": "SoundCloud",
    "wordpress.com": "WordPress.com",
    "archive.org": "Internet Archive",
    "twinspace": "TwinSpace",
    "ec-webtools": "European Commission",
    "fliphtml5": "FlipHTML5",
    "anyflip": "AnyFlip",
    "pubhtml5": "PubHTML5",
    "h5p": "H5P",
    "answergarden": "AnswerGarden",
    "padlet-org": "Padlet",
    "mindmeister": "MindMeister",
    "wordart": "WordArt",
    "photopeach": "PhotoPeach",
    "storyboardthat": "Storyboard That",
    "umap": "uMap",
    "openstreetmap": "OpenStreetMap",
    "storymaps": "StoryMaps",
    "cospaces": "CoSpaces",
    "geogebra": "GeoGebra",
    "ivoox": "iVoox",
    "ted": "TED",
    "peertube": "PeerTube",
    "tiktok": "TikTok",
    "linkedin": "LinkedIn",
}
_NAMELESS = frozenset({"", "-", "file"})


def tool_name(provider: str) -> str:
    """The name of a web tool; empty when the provider's id means nothing to a reader."""
    if provider in _NAMELESS:
        return ""
    return _NAMES.get(provider, provider.replace("-", " ").title())
