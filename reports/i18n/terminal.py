"""What the command line says in the user's language: the source texts; pure.

What a report says as well (states, reasons, warnings) stands in ``messages``.
"""

from __future__ import annotations

TERMINAL: dict[str, str] = {
    "not_an_address": "{text} is not a web address; type the address of your TwinSpace, which begins with https://.",
    "placeholder": "{name} in the address stands for the name of your project; open your TwinSpace in the browser and copy its address.",
    "several_addresses": "These are several addresses; type one of them: {addresses}",
    "not_a_project": "{url} is not the address of a project; open your TwinSpace in the browser and copy its address.",
    "address_with_password": "The address holds a user name or password; give it without, since an audit sees what strangers see.",
    "unknown_value": "{value} is not known for {option}; choose from: {choices}",
    "unknown_command": "{word} is not a command; to audit a project, type: {example}",
    "folder_not_writable": "Nothing can be written into {folder} ({why}); choose another folder with --out.",
    "folder_in_use": "Another audit is writing into {folder}; wait until it has ended, or choose another folder with --out.",
    "folder_half_done": "{folder} holds an audit that was broken off; choose another folder with --out, or delete {part} to begin again.",
    "folder_foreign": "{folder} holds files that no audit wrote and that this one would replace: {files}. Move them, or choose another folder with --out.",
    "not_reached_kept": "The project was not reached, so the earlier audit in {folder} stays; what this one met lies in {failed}.",
    "earlier_moved": "The earlier audit lies in {folder} now.",
    "open_next": "Open this file next: {file}",
    "no_contact": "No contact is set, so sites cannot write to you; set TWINSPACE_AUDITOR_CONTACT to your e-mail address.",
    "browser_missing": "No browser was found, so there are no PDF and no screenshots, and pages that a script fills could not be checked. This brings one: {command}",
    "incomplete": "Incomplete: {why}",
    "since_last_time": "Since last time ({when}): {changes}",
    "no_change": "nothing has changed",
    "and_more": "and {n} more",
    "about_left": "about {time} min left",
    "at_most_left": "at most {time} min left",
}


def texts() -> frozenset[str]:
    """All source texts of the command line."""
    return frozenset(TERMINAL.values())
