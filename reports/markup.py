"""A report as one HTML page with its styles inside, readable without script, printable."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from reports.audit import Audit
from reports.i18n import Speech
from reports.pictures import NONE, Pictures
from reports.view import view


@cache
def _template() -> Template:
    loader = PackageLoader("reports", "templates")
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("audit.html.j2")


def page(audit: Audit, speech: Speech, pictures: Pictures = NONE) -> bytes:
    """The report in one language, UTF-8; whatever a page says of itself is escaped."""
    css = files("reports").joinpath("templates", "audit.css").read_text("utf-8")
    text = _template().render(
        view=view(audit, speech),
        css=Markup(css),  # noqa: S704  our own style sheet
        t=speech.text,
        n=speech.count,
        pictures=pictures,
    )
    return text.encode()
