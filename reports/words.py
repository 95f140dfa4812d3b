"""Every code of an audit in plain English: the source text of all languages; pure.

A new code gets its sentence here, and each catalogue under ``locales`` its translation.
"""

from __future__ import annotations

STATES: dict[str, str] = {
    "visible": "Visible to everyone",
    "empty": "Opens, but is empty",
    "login_required": "Asks for a login",
    "permission_required": "Asks for permission or a password",
    "removed": "Does not exist (any more)",
    "undetermined": "Could not be checked",
}

REASONS: dict[str, str] = {
    "content_shown": "The page shows its content.",
    "oembed_answer": "The service says that it is public.",
    "file_delivered": "The file was delivered.",
    "public_metadata": "The service shows its public description.",
    "nothing_in_it": "It opens, but there is nothing in it.",
    "login_redirect": "Visitors are sent to a login page.",
    "login_form": "Visitors are shown a login form instead of the content.",
    "login_asked": "Visitors are asked to log in.",
    "access_denied": "Visitors are told that they have no access.",
    "access_request": "Visitors must ask the owner for access.",
    "password_asked": "Visitors are asked for a password.",
    "organisation_only": "Only people of the owner's organisation get in.",
    "private": "The owner has made it private.",
    "refused_here_only": "Visitors are refused here, while the rest of the site opens.",
    "not_found": "The address does not exist (asked twice).",
    "gone": "The address says that it was taken away for good.",
    "closed": "The owner has closed it.",
    "soft_not_found": "The page says that it does not exist.",
    "sent_home": "Visitors are sent somewhere else, since it is not there.",
    "service_closed": "The service has shut down.",
    "timeout": "No answer came in time.",
    "host_not_found": "The site's name could not be found from here.",
    "connection_failed": "No connection came about.",
    "tls_failed": "The site's security certificate could not be verified.",
    "protocol_error": "The answer broke off or made no sense.",
    "too_many_redirects": "The address leads in circles.",
    "robots_disallowed": "The site asks programs not to open this address; people may.",
    "robots_unreachable": "The site's rules for programs could not be read, so it was not asked.",
    "proxy_failed": "The network's proxy did not let the request through.",
    "address_not_allowed": "The address does not lead to the public internet.",
    "not_recorded": "The archive does not hold it.",
    "not_reached": "The check ended before its turn.",
    "bot_wall": "The site blocks programs; people may well see it.",
    "rate_limited": "The site asked the program to slow down; people may well see it.",
    "server_error": "The site had a fault of its own just then.",
    "refused_unexplained": "The site refused the program without saying why.",
    "consent_wall": "Visitors meet a cookie question first.",
    "needs_browser": "Only a browser shows what is there.",
    "unexpected_answer": "Something else came than the address promises.",
    "age_restricted": "It is shown to adults who are signed in.",
    "region_restricted": "It is shown in some countries only.",
    "no_public_sign": "There was no clear sign either way.",
    "provider_error": "The program itself failed at this check.",
    "reading_error": "The program itself failed to read this page.",
    "x_frame_options": "The service does not let other sites show it in a frame.",
    "frame_ancestors": "The service does not let this site show it in a frame.",
    "mixed_content": "Browsers block it, since its address begins with http:// and not https://.",
    "dead_plugin": "It needs Flash or another plug-in that browsers no longer have.",
    "hidden_frame": "Its frame has no size or is hidden.",
    "layout_unknown": "The page is not laid out as we know the platform.",
    "stopped": "The check did not get to its end.",
    "email_address": "A personal e-mail address or phone number can be read by everyone.",
    "edit_address": "The link leads to the editing view.",
    "not_in_menu": "Only one other page links here; visitors hardly find it.",
}

KINDS: dict[str, str] = {
    "video": "Video",
    "audio": "Audio",
    "image": "Picture",
    "presentation": "Presentation",
    "document": "Document",
    "wall": "Wall (pinboard)",
    "form": "Form",
    "quiz": "Quiz",
    "game": "Game",
    "map": "Map",
    "book": "Book",
    "mindmap": "Mind map",
    "timeline": "Timeline",
    "site": "Website",
    "social": "Social media post",
    "forum": "Forum thread",
    "meeting": "Meeting",
    "file": "File",
    "other": "Other",
}

FORMS: dict[str, str] = {
    "embed": "embedded",
    "link": "linked",
    "upload": "uploaded",
    "text": "address written as text",
}

EMBEDS: dict[str, str] = {
    "shown": "The embed shows",
    "blocked": "The embed shows nothing",
    "needs_consent": "The embed waits for cookie consent",
    "not_checked": "The embed was not checked",
}

SECTIONS: dict[str, str] = {
    "home": "Home",
    "page": "Page",
    "materials": "Materials",
    "forum": "Forum",
    "members": "Members",
    "meetings": "Online meetings",
    "updates": "Updates",
    "profile": "Project profile",
    "other": "Other page",
}

PROJECT_STATES: dict[str, str] = {
    "open": "open",
    "archived": "archived",
    "closed": "closed",
    "unknown": "not stated",
}

LAYOUTS: dict[str, str] = {
    "known": "laid out as expected",
    "unknown": "The page is not laid out as we know the platform.",
    "not_read": "not read",
}

OUTCOMES: dict[str, str] = {
    "inapplicable": "Does not apply",
    "passed": "Fulfilled",
    "cant_tell": "Cannot tell",
    "failed": "Not fulfilled",
    "for_human": "For a person to judge",
}

MODES: dict[str, str] = {
    "automatic": "judged by the program",
    "semi_automatic": "prepared by the program, judged by a person",
    "manual": "judged by a person",
}

ITEM_KINDS: dict[str, str] = {"condition": "Condition", "criterion": "Criterion"}

SEVERITIES: dict[str, str] = {
    "fix": "To fix",
    "review": "To look at yourself",
    "note": "Good to know",
}

CHECKS: dict[str, str] = {
    "page_refused": "A page that visitors do not get to see",
    "page_not_checked": "A page that could not be checked",
    "artefact_lost": "Visitors cannot see this",
    "artefact_not_checked": "This could not be checked",
    "embed_blocked": "Does not show where it is embedded",
    "layout_unknown": "The layout is not the one we know",
    "coverage_incomplete": "The check is incomplete",
    "edit_link": "A link into the editing view",
    "personal_data": "Personal data on a public page",
    "page_unlisted": "A page that is hard to find",
}

REMEDIES: dict[str, str] = {
    "publish_page": "If it holds results, open the page in the TwinSpace as an administrator, choose Edit, set its visibility to Everyone, and save.",
    "open_in_private_window": "Open the address in a private (incognito) window, where you are not signed in. If you see it there, everyone does.",
    "share_publicly": "Open it while signed in, choose Share, and let everyone with the link view it.",
    "replace_or_remove": "Upload it again or link to where it is now; if it is gone for good, take the link off the page.",
    "allow_embedding": "Allow embedding in the service's sharing settings, or add a plain link beside the embed.",
    "use_https": "Edit the page and change the embedded address from http:// to https://.",
    "wait_and_repeat": "Repeat the check later; nothing is known to be wrong.",
    "fill_or_remove": "Put the results there, or take the empty page or link away.",
    "ask_support": "Look through the pages in a private window yourself, and send the report to the program's maintainers.",
    "make_view_link": "Replace it by the link for viewing (Share, then copy the link for viewers).",
    "remove_personal_data": "Take it off the page, or move it to a page for members only.",
    "link_from_menu": "Add the page to the menu, or link to it from the home page.",
    "confirm_consent": "Nothing is wrong; visitors must accept cookies first. Add a plain link beside it for those who do not.",
}

# Where to click at a service, for the remedy "share_publicly". Sources: the services' own help
# pages as quoted in public guides, read 2026-11-23.
_GOOGLE = "Open it in Google while signed in, choose Share, and under General access change Restricted to Anyone with the link."
_MICROSOFT = "Open it while signed in, choose Share, and let Anyone with the link view it; schools may have to allow that first."
PROVIDER_REMEDIES: dict[str, str] = {
    "padlet": "Open the Padlet while signed in, choose Share, then Link privacy, and set it to Secret or Public without a password.",
    "youtube": "In YouTube Studio, open the video's details and set Visibility to Public or Unlisted.",
    "vimeo": "Open the video's settings in Vimeo, then Privacy, and let Anyone watch it.",
    "google-drive": _GOOGLE,
    "google-docs": _GOOGLE,
    "google-slides": _GOOGLE,
    "google-sheets": _GOOGLE,
    "google-drawings": _GOOGLE,
    "google-maps": _GOOGLE,
    "google-sites": _GOOGLE,
    "google-forms": "In the form, choose Settings, then Responses, and switch off the limits to your organisation and to signed-in users.",
    "onedrive": _MICROSOFT,
    "sway": "In Sway, choose Share and let Anyone with a link view it.",
    "microsoft-forms": "In the form, choose Collect responses and let Anyone respond.",
    "canva": "In Canva, choose Share, then Public view link, and copy that link.",
    "genially": "In Genially, publish the creation and set its privacy to Public, without a password.",
}

TOPICS: dict[str, str] = {
    "planning": "Planning",
    "process": "Process and activities",
    "product": "Final product",
    "evaluation": "Evaluation",
    "dissemination": "Dissemination and impact",
    "esafety": "eSafety and netiquette",
    "credits": "Credits and licences",
}

ASSESSMENTS: dict[str, str] = {
    "results_visible_passed": "Enough of the results can be seen by everyone.",
    "results_visible_failed": "Too few of the results can be seen by everyone.",
    "results_visible_cant_tell": "What could not be checked may tip the scales either way.",
    "results_none_found": "No results were found on the pages that everyone can see.",
    "documentation_found": "All the phases that were looked for are documented on public pages.",
    "documentation_partial": "Some of the phases are documented on public pages.",
    "documentation_none": "None of the phases was recognised on a public page.",
    "coverage_uncertain": "The site could not be read well enough to tell.",
    "left_to_human": "The program does not judge this; here is what it saw that bears on it.",
}

NUMBERS: dict[str, str] = {
    "artefacts": "results counted",
    "visible": "visible to everyone",
    "lost": "not visible",
    "undetermined": "could not be checked",
    "doubtful": "in doubt whether they are results",
    "pages_refused": "pages that refuse visitors",
    "pages_undetermined": "pages that could not be checked",
    "result_pages": "pages with results",
    "pages_visible": "pages visible",
    "threshold": "share that is enough",
    "kinds": "different kinds",
    "providers": "different tools",
    "languages": "languages",
    "partners": "partners named",
}

WARNINGS: dict[str, str] = {
    "format_failed": "A file of the report could not be made",
    "page_limit": "The page limit was reached; further pages were not opened.",
    "time_limit": "The time limit was reached; further pages were not opened.",
    "interrupted": "The check was interrupted.",
    "seed_unreachable": "The project's home page could not be opened.",
    "robots_ignored": "The sites' rules for programs (robots.txt) were not asked, as ordered.",
    "evidence_off": "No evidence was kept, as ordered.",
    "layout_unknown": "A page is not laid out as we know the platform",
    "archive_incomplete": "The archive does not hold all pages of the project.",
}

_ALL: tuple[dict[str, str], ...] = (
    STATES,
    REASONS,
    KINDS,
    FORMS,
    EMBEDS,
    SECTIONS,
    PROJECT_STATES,
    LAYOUTS,
    OUTCOMES,
    MODES,
    ITEM_KINDS,
    SEVERITIES,
    CHECKS,
    REMEDIES,
    PROVIDER_REMEDIES,
    TOPICS,
    ASSESSMENTS,
    NUMBERS,
    WARNINGS,
)


def texts() -> frozenset[str]:
    """All source texts of the codes."""
    return frozenset(text for table in _ALL for text in table.values())


def word(table: dict[str, str], code: str) -> str:
    """The source text of a code; the code itself where nobody has written one."""
    return table.get(code, code)
