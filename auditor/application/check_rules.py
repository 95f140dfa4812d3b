"""Check a folder of rules about web tools, and test it with its examples and cases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from crawlers.providers.engine.checking import checked_rules
from crawlers.providers.engine.mistakes import RulesError
from crawlers.providers.engine.registry import Rules
from crawlers.providers.verdicts.cases import (
    case_problems,
    example_problems,
    read_case,
    read_examples,
)

ABSENT = "absent.toml"


class CheckRulesRequest(BaseModel):
    """A folder of rules, and the folder that holds ``examples`` and ``cases`` if there is one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rules: Path
    cases: Path | None = None


class RulesReport(BaseModel):
    """What was checked and what is wrong, one sentence each; ``version`` is empty for bad rules."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: str = ""
    providers: int = 0
    examples: int = 0
    cases: int = 0
    problems: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """True when nothing is wrong."""
        return not self.problems


def check_rules(request: CheckRulesRequest) -> RulesReport:
    """Read the rules, then test them with every example and case."""
    try:
        rules = checked_rules(request.rules)
    except RulesError as error:
        return RulesReport(problems=error.problems)
    report = RulesReport(version=rules.version, providers=len(rules.providers))
    if request.cases is None:
        return report
    examples = sorted(request.cases.glob("examples/*.toml"))
    cases = sorted(p for p in request.cases.glob("cases/*/*.toml") if p.name != ABSENT)
    if not examples and not cases:
        missing = f"{request.cases} holds neither examples/ID.toml nor cases/ID/WAY.toml."
        return report.model_copy(update={"problems": (missing,)})
    problems = (
        *(line for path in examples for line in _example_problems(rules, path)),
        *(line for path in cases for line in _case_problems(rules, path)),
    )
    fields = {"examples": len(examples), "cases": len(cases), "problems": problems}
    return report.model_copy(update=fields)


def _example_problems(rules: Rules, path: Path) -> Iterator[str]:
    name = f"examples/{path.name}"
    try:
        examples = read_examples(name, path.read_text("utf-8"))
    except (RulesError, OSError, UnicodeDecodeError) as error:
        yield str(error)
        return
    yield from (f"{name}: {line}." for line in example_problems(rules, path.stem, examples))


def _case_problems(rules: Rules, path: Path) -> Iterator[str]:
    provider = path.parent.name
    name = f"cases/{provider}/{path.name}"
    try:
        case = read_case(name, path.read_text("utf-8"))
    except (RulesError, OSError, UnicodeDecodeError) as error:
        yield str(error)
        return
    yield from (f"{name}: {line}." for line in case_problems(rules, provider, case))
