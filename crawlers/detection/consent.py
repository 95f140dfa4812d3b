"""Services that ask for consent before they show content, and the buttons that accept; pure.

A button is only clicked in a separate browser context, to see what appears then. Sources: the
selectors by which programs in public code accept each notice; read 2026-11-25.
"""

from __future__ import annotations

from crawlers.urls.parts import host_fits, host_of, split

# By host of the frame: the European Commission's cookie kit, in its banner and in the notice that
# stands before embedded content; and YouTube's own page.
_BY_HOST: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "europa.eu",
        (
            ".cck-actions-button[href='#accept']",
            ".wt-ecl-button--primary.cck-actions-button",
            "#cookie-consent-banner .cck-actions > :first-child",
        ),
    ),
    ("consent.youtube.com", ("form[action*='/save'] button[jsname='b3VHJd']",)),
    ("consent.google.com", ("form[action*='/save'] button[jsname='b3VHJd']",)),
)
# Consent managers that any site may use.
_ANYWHERE = (
    "#onetrust-accept-btn-handler",
    "#CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll",
    "#CybotCookiebotDialogBodyButtonAccept",
    "#didomi-notice-agree-button",
    "[data-cookiefirst-action='accept']",
    ".fc-cta-consent",
    ".eu-cookie-compliance-accept",
)
_WRAPPER_PATHS = ("/crs/iframe", "/webtools/crs/iframe")


def accept_selectors(url: str) -> tuple[str, ...]:
    """The CSS selectors of buttons that accept cookies in a frame, the most likely first."""
    host = host_of(url)
    own = (selector for name, all_ in _BY_HOST if host_fits(host, name) for selector in all_)
    return (*own, *_ANYWHERE)


def is_consent_page(url: str) -> bool:
    """True for the platform's cookie wrapper, which shows a notice before what was asked for.

    As of oe_webtools: ``webtools.europa.eu/crs/iframe`` and the older path below ``europa.eu``.
    """
    parts = split(url)
    wrapper = parts is not None and parts.path.startswith(_WRAPPER_PATHS)
    return wrapper and host_of(url) in ("webtools.europa.eu", "europa.eu")


# The main button of an unknown notice in a wrapper, in any language.
LIKELY = (".wt-ecl-button--primary", "button", "[role='button']")
