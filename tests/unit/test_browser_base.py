"""When a browser decides, by its mode."""

import pytest

from crawlers.browser.base import DOCUMENT_ONLY, RenderPolicy, RenderRequest, RenderResult
from crawlers.model.capture import Capture


class Blind:
    async def render(
        self, capture: Capture, request: RenderRequest = DOCUMENT_ONLY
    ) -> RenderResult | None:
        return None


@pytest.mark.parametrize(
    ("mode", "need", "because"),
    [
        ("auto", "", ""),
        ("auto", "needs_browser", "needs_browser"),
        ("always", "", "always"),
        ("always", "needs_browser", "needs_browser"),
        ("never", "needs_browser", ""),
    ],
)
def test_the_mode_says_which_pages_are_opened(mode: str, need: str, because: str) -> None:
    assert RenderPolicy(renderer=Blind(), mode=mode).reason_to_render(need) == because
