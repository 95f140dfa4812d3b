"""The codes of an audit in plain English: the source texts of all languages; pure.

Every text of these tables is a gettext message: a new code gets its sentence here, and each
catalogue under ``locales`` its translation (``python -m
reports.i18n.extract_messages`` prints the template).
"""

from __future__ import annotations

from collections.abc import Iterable

STATES: dict[str, str] = {
    "visible": "Visible to everyone",
    "empty": "Opens, but is empty",
    "login_required": "Asks for a login",
    "permission_required": "Asks for permission or a password",
    "removed": "Does not exist (any more)",
    "undetermined": "Could not be checked",
}

REASONS: dict[str, str] = {
    "content_shown": "It shows its content.",
    "oembed_answer": "The service confirms that it is public.",
    "file_delivered": "The file was delivered.",
    "public_metadata": "The service shows its public description.",
    "nothing_in_it": "It opens, but there is nothing in it.",
    "picture_broken": "It is damaged, so browsers show no picture.",
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
    "gone": "The site says that it was removed for good.",
    "closed": "The owner has closed it.",
    "soft_not_found": "The page says that it does not exist.",
    "sent_home": "The service sends visitors somewhere else because it is not there.",
    "service_closed": "The service has shut down.",
    "timeout": "No answer came in time.",
    "host_not_found": "The site's name could not be found from here.",
    "connection_failed": "No connection could be made.",
    "tls_failed": "The site's security certificate could not be verified.",
    "protocol_error": "The answer broke off or could not be read.",
    "not_decoded": "The program cannot unpack this answer, which is no fault of the site.",
    "too_many_redirects": "The address leads in circles.",
    "cookie_needed": "The site shows it only to visitors who keep its cookie.",
    "robots_disallowed": "The site asks programs not to open this address. People may open it.",
    "robots_unreachable": "The site's rules for programs could not be read, so it was not asked.",
    "proxy_failed": "The network's proxy did not let the request through.",
    "address_not_allowed": "The address does not lead to the public internet.",
    "not_recorded": "The archive does not hold it.",
    "not_reached": "The check ended before its turn.",
    "bot_wall": "The site blocks programs. People may well be able to see it.",
    "rate_limited": "The site asked the program to come back later. People may well be able to see it.",
    "server_error": "The site had an error of its own at that moment.",
    "refused_unexplained": "The site refused the program without saying why.",
    "consent_wall": "Visitors must answer a question about cookies first.",
    "not_open": "The site says that it is not open yet, or closed for now.",
    "needs_browser": "Only a browser with scripts shows what is there.",
    "unexpected_answer": "The address gave something other than expected.",
    "picture_not_tried": "The program could not decode the picture.",
    "picture_format": "Not all browsers show pictures of this format.",
    "age_restricted": "It is only shown to adults who are signed in.",
    "region_restricted": "It is only shown in some countries.",
    "no_public_sign": "The answer gave no clear sign either way.",
    "provider_error": "The program itself failed at this check.",
    "reading_error": "The program itself failed to read this page.",
    "x_frame_options": "The service does not let other sites show it in a frame.",
    "frame_ancestors": "The service does not let this site show it in a frame.",
    "embedding_off": "Its owner does not let other sites show it.",
    "mixed_content": "Browsers block it, since its address begins with http:// and not https://.",
    "dead_plugin": "It needs Flash or another plug-in that browsers no longer support.",
    "hidden_frame": "Its frame has no size or is hidden.",
    "layout_unknown": "The page is not laid out as the program knows this platform.",
    "script_stripped": "Only the code is there: its script was taken out, so nothing appears.",
    "nothing_appears": "Nothing appears in its place.",
    "crashed": "A script of the page makes the browser crash.",
    "too_much_memory": "A script of the page uses up the browser's memory.",
    "endless_script": "A script of the page never ends.",
    "sent_elsewhere": "A script sends visitors to another page.",
    "download": "The page starts a download by itself.",
    "pop_up": "The page opens a window by itself.",
    "dialogs": "The page shows messages that visitors must close first.",
    "stopped": "The check did not get to its end.",
    "email_address": "A personal e-mail address or phone number can be read by everyone.",
    "edit_address": "The link leads to the editing view.",
    "site_undecided": "The text of the link does not say whether the project made this site.",
    "not_in_menu": "Only one other page links to it, so visitors will hardly find it.",
}

KINDS: dict[str, str] = {
    "video": "Video",
    "audio": "Audio",
    "image": "Picture",
    "presentation": "Presentation",
    "document": "Document",
    "wall": "Pinboard",
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
    "shown": "It shows on the page.",
    "blocked": "It does not show on this page.",
    "needs_consent": "On this page visitors must accept cookies first.",
    "not_checked": "Whether it shows on the page was not checked.",
    "after:shown": "After accepting, it shows.",
    "after:blocked": "Even after accepting, it does not show.",
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
    "unknown": "not laid out as expected",
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
    "semi_automatic": "prepared by the program",
    "manual": "not judged by the program",
}

ITEM_KINDS: dict[str, str] = {"condition": "Condition", "criterion": "Criterion"}

PARTS: dict[str, str] = {
    "condition": "Conditions",
    "criterion": "Criteria",
    "compulsory": "Compulsory minimums",
}

PARTS_ABOUT: dict[str, str] = {
    "condition": "All of them must be met.",
    "criterion": "They are weighed by those who assess the application. This report gives no points.",
    "compulsory": "Each of them needs the minimum number of points to be eligible. This report gives no points.",
}

COUNT_GROUPS: dict[str, str] = {
    "visible_kind": "Results that everyone can see, by kind",
    "lost_reason": "Results that are empty or cannot be seen, by reason",
    "undetermined_reason": "Results that could not be checked, by reason",
}

STRENGTHS: dict[str, str] = {
    "broad": "Several public pages show this, with things to open.",
    "narrow": "A public page shows this, with something to open; there is little else beside it.",
    "links": "Only links or posts outside the project show this.",
    "pictures": "Public pages show pictures of this, but no product that can be opened.",
    "text": "Public pages describe this in words, but nothing there can be opened.",
    "untold": "Whether a public page shows this could not be told.",
    "missing": "No public page was recognised that shows this.",
}

SUBJECTS: dict[str, str] = {
    "page": "Page",
    "artefact": "Item",
    "link": "Link",
    "item": "Condition or criterion",
}

LINK_ROLES: dict[str, str] = {
    "site": "Website",
    "profile": "Profile of a person",
    "tool_page": "Page of a web tool's maker",
}

CHANGES: dict[str, str] = {
    "appeared": "New",
    "vanished": "No longer there",
    "opened": "Visitors can now see it",
    "closed": "Visitors can no longer see it",
    "unsettled": "Could be checked before, but not now",
    "settled": "Could not be checked before, but now",
    "altered": "Still not visible, for another reason",
}

CAUTIONS: dict[str, str] = {
    "tool_differs": "The program has another version than before, so some changes may come from the program and not from the site.",
    "rules_differs": "The rules about web tools are newer than before, so some changes may come from the rules and not from the site.",
    "rubric_differs": "Another rubric was used before, so the conditions and criteria are not compared.",
    "coverage_differs": "One of the two checks did not see the whole site. What only one of them met is left out.",
}

SEVERITIES: dict[str, str] = {
    "fix": "Please fix",
    "review": "Please look yourself",
    "note": "Good to know",
}

SEVERITIES_ABOUT: dict[str, str] = {
    "fix": "Visitors, and those who assess the project, do not get to see this.",
    "review": "The program could not settle this. It may well be in order.",
    "note": "This is as it should be, or no obstacle. Read it when you have the time.",
}

# The findings that people must decide stand apart, whatever their severity.
DECIDE = "Decide yourself"
DECIDE_ABOUT = "By their names, these may hold personal data of pupils or teachers: consent forms, lists of names, class photos, evaluations. This report does not ask you to make them visible."

# What every remedy that makes something visible says as well.
CONSENT = "First make sure that everyone who is shown or named in it has given consent, for pupils their parents (GDPR)."
MAKES_VISIBLE = frozenset({"publish_page", "share_publicly", "replace_or_remove", "fill_or_remove"})

# Reports list them in this order. A key with a reason is only for that reason.
CHECKS: dict[str, str] = {
    "coverage_incomplete": "The check is incomplete",
    "layout_unknown": "A layout that the program does not know",
    "page_refused": "Pages that visitors cannot see",
    "page_refused:nothing_in_it": "Pages with nothing on them",
    "artefact_lost": "Items that visitors cannot see",
    "artefact_lost:nothing_in_it": "Items with nothing in them",
    "embed_blocked": "Embedded items that do not show on the page",
    "embed_blocked:consent_wall": "Embedded items behind a question about cookies",
    "personal_data": "Personal data on public pages",
    "page_not_checked": "Pages that could not be checked",
    "artefact_not_checked": "Items that could not be checked",
    "link_dead": "Links that lead nowhere",
    "site_undecided": "Sites that may be the project's own",
    "edit_link": "Links that open the editor",
    "page_unlisted": "Pages that are hard to find",
    "page_trouble": "Pages whose scripts get in visitors' way",
}

STEPS: dict[str, str] = {
    "publish_page": "Make it visible to everyone",
    "open_in_private_window": "Look in a private window",
    "share_publicly": "Share it with everyone",
    "replace_or_remove": "Replace or remove it",
    "allow_embedding": "Allow embedding, or add a link",
    "use_https": "Change http to https",
    "show_frame": "Give the frame a size",
    "wait_and_repeat": "Run the check again",
    "fill_or_remove": "Fill or remove it",
    "ask_support": "Look through the pages yourself",
    "make_view_link": "Link to the view for readers",
    "remove_personal_data": "Remove personal data",
    "link_from_menu": "Make the page easy to find",
    "confirm_consent": "Add a plain link",
    "mend_script": "Take the script out, or mend it",
    "embed_as_frame": "Embed it as a frame, or add a link",
    "name_own_site": "Say whose site it is",
    "decide_yourself": "Should this be public at all?",
}

# A key with a check is only for that check.
REMEDIES: dict[str, str] = {
    "publish_page": "If it holds results: open the page while signed in as an administrator of the TwinSpace, choose to edit it, make it visible to everyone (public), and save.",
    "open_in_private_window": "Open the address in a private (incognito) window, where you are not signed in. If you can see it there, so can everyone.",
    "share_publicly": "Open it while signed in as its owner, choose Share, and let everyone with the link view it.",
    "replace_or_remove": "Upload it again, or link to where it is now. If it is gone for good, take the link off the page.",
    "allow_embedding": "Allow embedding in the service's settings for sharing, or put a plain link beside it.",
    "use_https": "Edit the page and change the start of the embedded address from http:// to https://.",
    "show_frame": "Edit the page and give the frame a width and a height, or put a plain link there instead.",
    "wait_and_repeat": "Run the check again later. Nothing suggests that anything is wrong.",
    "wait_and_repeat:coverage_incomplete": "Run the check again, with a higher limit if it stopped at one.",
    "fill_or_remove": "Put the results there, or take away the empty page or the link to it.",
    "ask_support": "Look through the pages yourself in a private window, and send this report to those who maintain the program. This command writes such a page without its texts and names, to be sent with it: twinspace-auditor case FOLDER --page ADDRESS --out CASE",
    "make_view_link": "Replace the link by the one for viewers (choose Share, and copy the link for viewing).",
    "remove_personal_data": "Take it off the page, or move it to a page that only members can see. If it may stay, make sure that the person has agreed.",
    "link_from_menu": "Add the page to the menu, or link to it from the home page.",
    "confirm_consent": "Nothing is wrong. Put a plain link beside it for visitors who do not accept cookies.",
    "mend_script": "Take the code out of the page, or ask whoever made it to mend it. Then open the page in a private window: it should stay calm.",
    "name_own_site": 'If the project made this site, say so in the text of the link, for example "our website". Then it counts as a result.',
    "decide_yourself": "If it shows or names pupils, or holds what they answered, leave it closed and take the link to it off the public pages. Make it visible only if it holds no personal data, or if everyone concerned has given consent, for pupils their parents.",
    "embed_as_frame": "Use the service's code for a frame (iframe) instead, or put in a plain link: this site takes scripts out of its pages.",
}

# What to do instead on a platform (remedy:platform). The platform of 2014-22 was shut down in
# 2022 and exists only in web archives (etwinning.at, FAQ of October 2022, read 2026-11-23).
PLATFORM_REMEDIES: dict[str, str] = {
    "publish_page:web": "If it holds results: open the page where you edit the site, make it visible to everyone without a password, and save.",
    "publish_page:legacy": "The old TwinSpace can no longer be changed. If the page held results, publish them somewhere else and give the new address.",
    "link_from_menu:legacy": "The old TwinSpace can no longer be changed. Name the page's address where you describe your results.",
}

# Where to click at a web tool (remedy:provider). Sources: padlet.help (privacy settings),
# support.google.com (sharing; YouTube 157177), support.prezi.com (360003478554) and
# support.microsoft.com (sharing in OneDrive), read 2026-11-23; the others by their sharing menus.
_GOOGLE = "Open it while signed in as its owner, choose Share, and change General access from Restricted to Anyone with the link."
_PADLET = "Open the padlet while signed in as its owner, choose Share, and set Link privacy to Secret or Public, without a password and without a login."
_MICROSOFT = "Open it while signed in as its owner, choose Share, and let Anyone with the link view it. Your school may have to allow this first."
PROVIDER_REMEDIES: dict[str, str] = {
    "share_publicly:padlet": _PADLET,
    "share_publicly:padlet-org": _PADLET,
    "share_publicly:youtube": "Open the video in YouTube Studio and set Visibility to Public or Unlisted.",
    "share_publicly:vimeo": "Open the video's privacy settings in Vimeo and let anyone watch it, without a password.",
    "share_publicly:google-drive": _GOOGLE,
    "share_publicly:google-docs": _GOOGLE,
    "share_publicly:google-slides": _GOOGLE,
    "share_publicly:google-sheets": _GOOGLE,
    "share_publicly:google-drawings": _GOOGLE,
    "share_publicly:google-maps": _GOOGLE,
    "share_publicly:google-sites": "Open the site's editor while signed in, choose Share, and set the published site to Public.",
    "share_publicly:google-forms": "Open the form's settings and let people answer without signing in and from outside your organisation.",
    "share_publicly:onedrive": _MICROSOFT,
    "share_publicly:sway": _MICROSOFT,
    "share_publicly:microsoft-forms": "Open the form, choose Collect responses, and let anyone respond.",
    "share_publicly:canva": "Open the design in Canva, choose Share, then Public view link, and put that link on the page.",
    "share_publicly:genially": "Publish it in Genially, and make it public, without a password.",
    "share_publicly:prezi": "In Prezi, open Sharing and privacy for the presentation, and choose Anyone with the link.",
}

TOPICS: dict[str, str] = {
    "planning": "Planning",
    "process": "Process and activities",
    "product": "Final product",
    "evaluation": "Evaluation",
    "dissemination": "Dissemination and impact",
    "esafety": "eSafety and netiquette",
    "credits": "Credits and licences",
    "personal_data": "E-mail addresses or phone numbers that everyone can read",
}

ASSESSMENTS: dict[str, str] = {
    "results_visible_passed": "Everyone can see enough of the results.",
    "results_visible_failed": "Everyone can see too few of the results.",
    "results_visible_cant_tell": "What could not be checked may decide it either way.",
    "key_page_closed": "Something that is a main result by its name or place is closed to visitors.",
    "part_missing": "A part that this form asks for is not there.",
    "results_none_found": "No results were found on the pages that everyone can see.",
    "documentation_found": "All the phases that the program looks for were recognised on public pages.",
    "documentation_partial": "Some of the phases were recognised on public pages.",
    "documentation_none": "None of the phases was recognised on a public page.",
    "coverage_uncertain": "The site could not be read well enough to tell.",
    "left_to_human": "The program does not judge this. What it saw that bears on it is listed here.",
    "left_to_human:nothing_seen": "The program does not judge this, and knows of nothing that bears on it.",
}

NUMBERS: dict[str, str] = {
    "products": "products found (copies count once)",
    "products_visible": "products visible to everyone",
    "products_lost": "products empty or not visible",
    "products_undetermined": "products that could not be checked",
    "pictures": "pictures in galleries",
    "pictures_visible": "pictures visible to everyone",
    "galleries": "galleries",
    "artefacts": "results found",
    "visible": "visible to everyone",
    "lost": "empty or not visible",
    "undetermined": "could not be checked",
    "doubtful": "perhaps results, perhaps not",
    "pages_refused": "pages closed to visitors",
    "pages_undetermined": "pages that could not be checked",
    "result_pages": "pages whose own text is a result",
    "pages_visible": "pages visible to everyone",
    "threshold": "share that counts as enough",
    "kinds": "kinds of results",
    "providers": "web tools",
    "languages": "languages",
    "partners": "partners named",
    "links": "links to other sites",
    "pages_personal_data": "pages with an e-mail address or phone number",
}

# What the least change asks for, by its effort.
LEAST_CHANGE: dict[str, str] = {
    "click": "Enough would be visible if visitors could open these. Publish or share them:",
    "afternoon": "Enough would be visible if visitors could open these. Some must be made or uploaded again:",
    "look": "Only a person can tell. Please open these in a private window:",
    "again": "The site could not be read well enough. Please check it again later.",
    "impossible": "Opening what was found would not be enough.",
}

WARNINGS: dict[str, str] = {
    "format_failed": "A file of the report could not be made.",
    "no_browser": "The PDF could not be made, because no browser to print it with was found.",
    "no_renderer": "No browser was found, so pages that a script fills could not be checked.",
    "print_failed": "The PDF could not be made, because the browser did not print it.",
    "page_limit": "The limit for the number of pages was reached, and further pages were not opened.",
    "time_limit": "The time limit was reached, and the rest was not opened.",
    "interrupted": "The check was interrupted.",
    "disk_full": "There was no room left on the disk, so the check ended early without evidence.",
    "stopped": "The check did not get to its end.",
    "seed_unreachable": "The project's home page could not be opened.",
    "no_sandbox": "The browser ran without its protective sandbox, since the system did not allow one.",
    "robots_ignored": "As ordered, the sites' rules for programs (robots.txt) were not followed.",
    "quicker_than_platform": "As ordered, the platform was asked more often than it should be.",
    "evidence_off": "As ordered, no evidence was kept.",
    "layout_unknown": "A page is not laid out as the program knows this platform.",
    "moved": "The project has moved. It was checked at its new address, and not at the one given.",
    "archive_incomplete": "The archive does not hold all pages of the project.",
    "witness_saw_more": "A browser showed more on a page than was read from its HTML, so pages that are built like it were opened in the browser as well.",
    "undated_archive": "The archive has no usable date, so the form of the label may be the wrong one. Choose it with --rubric. Used here.",
    "vague_date": "The archive has no usable date, so the form of the label may be the wrong one. Choose it with --rubric. Used here.",
    "left_out": "Addresses that seemed to go on without end were not all opened.",
}

# One sentence for each reason of a gap in the coverage.
GAPS: dict[str, str] = {
    "depth": "Some pages lie so deep in the site that they were not opened.",
    "trap": "Addresses that seemed to go on without end were not all opened.",
    "cut_body": "Only the beginning of some pages was read, since they are very long or their answers break off.",
    "list_not_read": "A list of pages could not be read to its end.",
    "network_lost": "The connection was lost, so some pages were not opened.",
    "archive_incomplete": "The archive lacks many of the project's pages or items.",
    "too_costly": "Some pages are so intricate that they were not read to their end.",
    "stub": "The home page only leads to another address, which is not part of this check.",
    "home_is_file": "The address leads to a file and not to a page.",
    "nothing_found": "Only one page was found, and there is nothing on it.",
    "no_way_on": "Only one page was found, and no address on it leads further.",
    "pages_alike": "All pages show the same, so visitors may see more than the program did.",
    "home_unclear": "The home page answered, but the program could not tell what it shows.",
}

LIMITS: dict[str, str] = {
    "replayed": "This report was made from recorded evidence, not from the live site.",
    "robots": "The program follows the rules that sites have for programs (robots.txt). What they close to programs could not be checked, although people may open it.",
    "consent_tried": "After that, it accepted cookies in a separate window, only to see what appears then.",
    "no_adverts": "Adverts and counters were not loaded in the browser.",
    "http_only": "The program reads pages without running their scripts. What only a browser shows could not be checked.",
    "unknown": "What could not be checked is never counted as missing. Open it in a private window to see what a visitor sees.",
    "moment": "The report says how things were at the time that it names. Sharing settings can change at any moment.",
    "content": "The program says whether things can be seen, not whether they are good, or who made them.",
    "masked": "E-mail addresses and phone numbers are masked in this report.",
}

GLOSSARY: dict[str, str] = {
    "visible": "A visitor without an account sees it.",
    "empty": "A visitor can open it, but there is nothing in it.",
    "login_required": "A visitor is sent to a login, or is shown one instead of the content.",
    "permission_required": "A visitor must ask for access or give a password.",
    "removed": "A visitor is told that it does not exist, or no longer does.",
    "undetermined": "The program could not tell, for instance because the site blocks programs or did not answer. This does not mean that visitors cannot see it.",
}

SETTINGS: dict[str, str] = {
    "url": "Address given",
    "rubric": "Rubric",
    "rate": "Requests per second to one site, at most",
    "max_minutes": "Time limit in minutes",
    "max_pages": "Limit for the number of pages",
    "links": "Links to other sites",
    "render": "Pages opened in a browser",
    "screenshots": "Screenshots",
    "robots": "Rules for programs (robots.txt)",
    "private_network": "Private networks allowed",
    "evidence": "Evidence kept",
}

SETTING_VALUES: dict[str, str] = {
    "obeyed": "followed",
    "ignored": "not followed, as ordered",
    "none": "none",
    "auto": "where needed",
    "always": "always",
    "never": "never",
    "key": "of the most important pages",
    "all": "of all pages",
    "check": "each opened once",
    "list": "only listed",
}

PLATFORMS: dict[str, str] = {
    "esep": "European School Education Platform (TwinSpace)",
    "legacy": "The old TwinSpace (2014–2022)",
    "web": "A website of its own",
}

PLATES = (
    "Pages and items as a visitor without an account saw them. Nothing in the pictures is masked."
)

PLATES_BLURRED = "Pages and items as a visitor without an account saw them. Faces in the pictures are blurred as far as the program found them."

VISITOR = "an anonymous visitor without an account and without cookies"

METHOD = "The program opened the project like a visitor who has no account. It followed the links between the project's pages, listed every item that stands there, and asked for each item at the address that a visitor would use. It did not log in, did not accept cookies, and did not get around any block."

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
    PARTS,
    PARTS_ABOUT,
    COUNT_GROUPS,
    STRENGTHS,
    SUBJECTS,
    LINK_ROLES,
    CHANGES,
    CAUTIONS,
    SEVERITIES,
    SEVERITIES_ABOUT,
    CHECKS,
    STEPS,
    REMEDIES,
    PLATFORM_REMEDIES,
    PROVIDER_REMEDIES,
    TOPICS,
    ASSESSMENTS,
    NUMBERS,
    LEAST_CHANGE,
    WARNINGS,
    GAPS,
    LIMITS,
    GLOSSARY,
    SETTINGS,
    SETTING_VALUES,
    PLATFORMS,
)


def texts() -> frozenset[str]:
    """All source texts of the codes."""
    return frozenset(
        {
            VISITOR,
            METHOD,
            PLATES,
            PLATES_BLURRED,
            DECIDE,
            DECIDE_ABOUT,
            CONSENT,
            *(text for table in _ALL for text in table.values()),
        }
    )


def warning_text(code: str) -> str:
    """The source text of a warning, which may be a gap as well; the code where there is none."""
    return WARNINGS.get(code) or source_text(GAPS, code)


def incomplete_because(stopped_because: str | None, gaps: Iterable[str]) -> tuple[str, ...]:
    """Source texts that say why an audit is not complete, each once."""
    why = [source_text(WARNINGS, stopped_because)] if stopped_because else []
    why += [source_text(GAPS, reason) for reason in gaps]
    return tuple(dict.fromkeys(why or [WARNINGS["stopped"]]))


def source_text(table: dict[str, str], code: str) -> str:
    """The source text of a code; the code itself if it has none."""
    return table.get(code, code)
