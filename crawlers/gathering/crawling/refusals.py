"""Refusals without an explanation, after a control request to the home page; pure."""

from __future__ import annotations

from crawlers.model.artefact import Artefact
from crawlers.model.verdict import Reason, State, Visibility
from crawlers.urls.parts import host_of


def confirm_refusals(
    artefacts: list[Artefact], *, own_hosts: frozenset[str], home_opens: bool
) -> list[Artefact]:
    """Refusals by the platform's own host, explained by a control request to the home page.

    A bot wall refuses a visitor everywhere; when the home page still opens for the same
    visitor, a bare 403 at one upload is about that upload.
    """
    return [
        artefact.model_copy(
            update={
                "visibility": confirm_refusal(
                    artefact.visibility, artefact.url, own_hosts, home_opens
                )
            }
        )
        for artefact in artefacts
    ]


def confirm_refusal(
    verdict: Visibility, url: str, own_hosts: frozenset[str], home_opens: bool
) -> Visibility:
    """One verdict after the control request; all others stay as they are."""
    if verdict.reason is not Reason.REFUSED_UNEXPLAINED or not home_opens:
        return verdict
    if host_of(verdict.final_url or url) not in own_hosts:
        return verdict
    return verdict.model_copy(
        update={"state": State.PERMISSION_REQUIRED, "reason": Reason.REFUSED_HERE_ONLY}
    )
