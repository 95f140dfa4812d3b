"""Google Drive: an id without a file may be a folder's or a document's."""

from __future__ import annotations

from crawlers.model.verdict import State
from crawlers.providers.engine.target import Target
from crawlers.providers.verdicts.flow import merge_evidence, page_flow
from crawlers.providers.verdicts.protocol import Flow


def flow(target: Target) -> Flow:
    """The page of the file; when no file has the id, the address for all kinds of things.

    ``open?id=`` may mean a file, a folder or a document; only the answer shows which.
    """
    verdict = yield from page_flow(target)
    if verdict.state is not State.REMOVED:
        return verdict
    key = target.probe_url.partition("?")[2]
    anything = f"https://drive.google.com/open?id={target.artefact.native_id}"
    last = yield from page_flow(target, f"{anything}&{key}" if key else anything)
    return merge_evidence(verdict, last)
