"""Whether an embed shows its artefact, as far as the page alone can tell; pure."""

from __future__ import annotations

import re

from crawlers.model.artefact import Candidate, EmbedState, Form
from crawlers.model.verdict import Reason

_PLUGIN_TAGS = ("object", "embed", "applet")
DEAD_PLUGIN = Reason.DEAD_PLUGIN.value
SCRIPT_STRIPPED = "script_stripped"
NOTHING_APPEARS = "nothing_appears"
_DEAD_TYPE = re.compile(r"flash|silverlight|java|director|realaudio|pn-real|x-mplayer|ms-wm")
# ``/v/ID`` was the address of the film services' Flash players.
_DEAD_FILE = re.compile(r"\.(?:swf|dcr|class|jar|xap|rm|ram)$|/v/")


def embed_state(page: str, seen: Candidate) -> tuple[EmbedState, str | None]:
    """What is known of an embed without asking anybody.

    Browsers refuse ``http:`` frames and plug-ins on ``https:`` pages and no longer run Flash,
    Java, Silverlight and their like.
    """
    if seen.form is not Form.EMBED:
        return EmbedState.NOT_CHECKED, None
    if seen.tag in _PLUGIN_TAGS and _is_dead(seen):
        return EmbedState.BLOCKED, DEAD_PLUGIN
    if seen.hidden:
        return EmbedState.BLOCKED, "hidden_frame"
    if seen.filled is not None:
        if seen.filled:
            return EmbedState.SHOWN, None
        return EmbedState.BLOCKED, NOTHING_APPEARS if seen.loader else SCRIPT_STRIPPED
    mixed = page.startswith("https:") and seen.raw_url.startswith("http:")
    if mixed and seen.tag in ("iframe", *_PLUGIN_TAGS):
        return EmbedState.BLOCKED, "mixed_content"
    return (EmbedState.NEEDS_CONSENT, None) if seen.consent else (EmbedState.NOT_CHECKED, None)


def _is_dead(seen: Candidate) -> bool:
    """True for a plug-in that no browser runs any more, by its type or its file."""
    path = seen.url.partition("?")[0].lower()
    return seen.tag == "applet" or bool(
        _DEAD_TYPE.search(seen.media_type) or _DEAD_FILE.search(path)
    )
