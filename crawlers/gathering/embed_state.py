"""Whether an embed shows its artefact, by what the page itself holds; pure."""

from __future__ import annotations

import re

from crawlers.model.artefact import Candidate, EmbedState, Form
from crawlers.model.verdict import Reason

_PLUGIN_TAGS = ("object", "embed", "applet")
DEAD_PLUGIN = Reason.DEAD_PLUGIN.value
SCRIPT_STRIPPED = "script_stripped"
NOTHING_APPEARS = "nothing_appears"
SCRIPT_NOT_RUN = Reason.NEEDS_BROWSER.value
_DEAD_TYPE = re.compile(r"flash|silverlight|java|director|realaudio|pn-real|x-mplayer|ms-wm")
# ``/v/ID`` was the address of the film services' Flash players.
_DEAD_FILE = re.compile(r"\.(?:swf|dcr|class|jar|xap|rm|ram)$|/v/")


def embed_state(page: str, candidate: Candidate) -> tuple[EmbedState, str | None]:
    """The state of an embed and the reason for it, without any request.

    Browsers refuse ``http:`` frames and plug-ins on ``https:`` pages and no longer run Flash,
    Java, Silverlight and their like. An embed that a script puts in is ``not_checked`` where no
    browser ran the script (``SCRIPT_NOT_RUN``), whatever its service allows.
    """
    if candidate.form is not Form.EMBED:
        return EmbedState.NOT_CHECKED, None
    if candidate.tag in _PLUGIN_TAGS and _is_dead(candidate):
        return EmbedState.BLOCKED, DEAD_PLUGIN
    if candidate.hidden:
        return EmbedState.BLOCKED, "hidden_frame"
    if candidate.filled is not None:
        if candidate.filled:
            return EmbedState.SHOWN, None
        return EmbedState.BLOCKED, NOTHING_APPEARS if candidate.loader else SCRIPT_STRIPPED
    mixed = page.startswith("https:") and candidate.raw_url.startswith("http:")
    if mixed and candidate.tag in ("iframe", *_PLUGIN_TAGS):
        return EmbedState.BLOCKED, "mixed_content"
    if candidate.consent:
        return EmbedState.NEEDS_CONSENT, None
    return EmbedState.NOT_CHECKED, SCRIPT_NOT_RUN if candidate.tag == "script" else None


def _is_dead(candidate: Candidate) -> bool:
    """True for a plug-in that no browser runs any more, by its type or its file."""
    path = candidate.url.partition("?")[0].lower()
    return candidate.tag == "applet" or bool(
        _DEAD_TYPE.search(candidate.media_type) or _DEAD_FILE.search(path)
    )
