"""Languages are understood by codes, locales, countries and names, or refused with the list."""

from __future__ import annotations

import pytest

from auditor.application.report_languages import select_languages
from auditor.errors import BadInputError
from reports.i18n.translator import languages


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        (["da-DK"], ("da",)),
        (["da_DK.UTF-8"], ("da",)),
        (["DA"], ("da",)),
        (["dk"], ("da",)),
        (["dan"], ("da",)),
        (["Danish"], ("da",)),
        (["dansk"], ("da",)),
        (["tysk"], ("de",)),
        (["da,en"], ("da", "en")),
        (["da, en;fr"], ("da", "en", "fr")),
        (["da", "en", "da-DK"], ("da", "en")),
        (["no"], ("nb",)),
        (["nn-NO"], ("nb",)),
        (["norsk"], ("nb",)),
        (["Ελληνικά"], ("el",)),
        (["cz"], ("cs",)),
    ],
)
def test_what_people_write_for_a_language_is_understood(
    wanted: list[str], chosen: tuple[str, ...]
) -> None:
    assert select_languages(wanted, "en") == chosen


@pytest.mark.parametrize("unknown", ["xx", "zh-CN", "klingon", "uk"])
def test_an_unknown_language_is_refused_with_the_list(unknown: str) -> None:
    with pytest.raises(BadInputError) as refused:
        select_languages(["da", unknown], "en")
    assert unknown in str(refused.value)
    assert all(language in str(refused.value) for language in languages())


@pytest.mark.parametrize(
    ("system", "chosen"), [("da", "da"), ("nn_NO.UTF-8", "nb"), ("C.UTF-8", "en"), ("uk_UA", "en")]
)
def test_the_system_s_language_is_taken_where_there_is_a_report_in_it(
    system: str, chosen: str
) -> None:
    assert select_languages(None, system) == (chosen,)
