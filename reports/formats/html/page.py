"""A report as one HTML page with its styles inside, readable without script, printable."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from reports.audit import Audit
from reports.i18n.translator import Translator
from reports.view.report import view
from reports.view.thumbnails import NONE, Thumbnails


@cache
def _template() -> Template:
    loader = PackageLoader("reports", "formats/html")
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("audit.html.j2")


def _policy(css: str) -> str:
    """The Content-Security-Policy of a report: its own style sheet, its pictures, no script."""
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src 'self' data: file:; "
        "base-uri 'none'; form-action 'none'"
    )


def page(audit: Audit, translator: Translator, pictures: Thumbnails = NONE) -> bytes:
    """The report in one language, UTF-8; all texts of pages are escaped."""
    css = files("reports").joinpath("formats", "html", "audit.css").read_text("utf-8")
    text = _template().render(
        policy=_policy(css),
        view=view(audit, translator),
        css=Markup(css),  # noqa: S704  our own style sheet
        t=translator.text,
        n=translator.count,
        pictures=pictures,
    )
    return text.encode()
