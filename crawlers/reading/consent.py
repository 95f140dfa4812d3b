"""Who asks for consent before it shows anything, and what accepts; pure data."""

from __future__ import annotations

from crawlers.urls import host_of


def accepting(url: str) -> tuple[str, ...]:
    """The CSS selectors of the elements that accept cookies at an address, likeliest first."""
    return ("#accept",) if is_consent_page(url) else ()


def is_consent_page(url: str) -> bool:
    """True for an address that asks for consent before it shows what was asked for."""
    return host_of(url) in {"webtools.europa.eu", "europa.eu"} and "/crs/iframe" in url
