"""``rules check`` and ``--rules``: a user's own folder, tried and used."""

import json
import re
import textwrap
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor.cli.choose_rules import VARIABLE, rules_folder
from auditor.cli.main import app
from auditor.errors import BadInputError
from auditor.session.rules_selection import select_rules
from crawlers.providers.engine.registry import shipped_rules
from tests.unit.test_rules import LINE, TIDEMARK

EXAMPLES = f"""
not_artefacts = ["https://tidemark.example/", "https://tidemark.example.evil.example/line/ab12cd34"]

[[example]]
urls = ["{LINE}", "https://www.tidemark.example/embed/ab12cd34"]
native_id = "ab12cd34"
canonical_url = "{LINE}"
kind = "timeline"
"""
CASE = f"""
about = "A timeline for its class."
address = "{LINE}"
source = "invented"
basis = "expected"
expect = {{ state = "undetermined", reason = "unexpected_answer" }}

[[answers]]
url = "{LINE}"
body = "<html><title>Tidemark</title><body>This timeline is only for its class.</body></html>"
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    folder.mkdir()
    signal = TIDEMARK + "inferred = true\n"
    (folder / "tidemark.toml").write_text(signal, "utf-8")
    return folder


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    (folder / "examples").mkdir(parents=True)
    (folder / "cases" / "tidemark").mkdir(parents=True)
    (folder / "examples" / "tidemark.toml").write_text(EXAMPLES, "utf-8")
    (folder / "cases" / "tidemark" / "private.toml").write_text(CASE, "utf-8")
    (folder / "cases" / "tidemark" / "absent.toml").write_text("password = 'has none'", "utf-8")
    return folder


def run(*words: object, stdin: str = "") -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(word) for word in words], input=stdin)
    return result.exit_code, result.output


def test_a_sound_folder_ends_with_0_and_a_summary(rules: Path, cases: Path):
    code, text = run("rules", "check", rules, "--cases", cases)
    assert code == 0
    assert "1 web tools; 1 files of examples and 1 cases tested." in text
    assert run("rules", "check", rules)[0] == 0


def test_json_stands_alone(rules: Path, cases: Path):
    code, text = run("rules", "check", rules, "--cases", cases, "--json")
    report = json.loads(text)
    assert code == 0
    assert (report["providers"], report["examples"], report["cases"]) == (1, 1, 1)
    assert report["problems"] == []


def test_bad_rules_end_with_2_and_sentences(rules: Path):
    (rules / "tidemark.toml").write_text(TIDEMARK.replace("keep", "kept"), "utf-8")
    code, text = run("rules", "check", rules)
    assert code == 2
    assert "tidemark.toml: [[url]] number 1: `kept` is not a key that rules know" in text
    assert "Traceback" not in text
    code, text = run("rules", "check", rules, "--json")
    assert code == 2
    assert json.loads(text)["version"] == ""


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("examples/tidemark.toml", '"timeline"', '"map"', "must be tidemark, map, id ab12cd34"),
        ("examples/tidemark.toml", "/embed/", "/help/", "and is no artefact"),
        (
            "examples/tidemark.toml",
            '"https://tidemark.example/"',
            f'"{LINE}/x"',
            "must be no artefact",
        ),
        ("examples/tidemark.toml", "[[example]]", "[[exmaple]]", "exmaple"),
        (
            "cases/tidemark/private.toml",
            "unexpected_answer",
            "no_public_sign",
            "the verdict must be",
        ),
        ("cases/tidemark/private.toml", "[[answers]]", "[[answer]]", "answer"),
        (
            "cases/tidemark/private.toml",
            f'url = "{LINE}"',
            'url = "https://x/"',
            "has no answer for",
        ),
        (
            "cases/tidemark/private.toml",
            f'address = "{LINE}"',
            'address = "https://x/"',
            "no artefact",
        ),
        ("cases/tidemark/private.toml", '"expected"', '"guessed"', "basis"),
    ],
)
def test_an_example_or_case_that_does_not_hold_is_named(
    rules: Path, cases: Path, file: str, old: str, new: str, sentence: str
):
    text = (cases / file).read_text("utf-8")
    assert old in text
    (cases / file).write_text(text.replace(old, new, 1), "utf-8")
    code, output = run("rules", "check", rules, "--cases", cases)
    assert code == 2
    assert file in output
    assert sentence in output


def test_the_files_in_the_guide_are_sound(tmp_path: Path):
    guide = Path(__file__).parents[2] / "docs" / "adding-a-provider.md"
    blocks = re.findall(r"^ *```toml\n(.*?)^ *```", guide.read_text("utf-8"), re.M | re.S)
    tool, signal, examples, case, live = blocks
    for name, text in (
        ("rules/tidemark.toml", f"{tool}\n{signal}\n{textwrap.dedent(live)}"),
        ("mine/examples/tidemark.toml", examples),
        ("mine/cases/tidemark/private.toml", case),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    code, text = run("rules", "check", tmp_path / "rules", "--cases", tmp_path / "mine")
    assert code == 0, text


def test_a_folder_without_cases_is_not_a_success(rules: Path, tmp_path: Path):
    code, text = run("rules", "check", rules, "--cases", tmp_path / "nowhere")
    assert code == 2
    assert "holds neither examples/ID.toml nor cases/ID/WAY.toml" in text


def test_classify_and_inspect_use_the_folder(rules: Path, tmp_path: Path):
    _, text = run("classify", "--json", "--rules", rules, stdin=LINE)
    assert json.loads(text)["provider"] == "tidemark"
    _, text = run("classify", "--json", stdin=LINE)
    assert json.loads(text)["provider"] == "-"
    page = tmp_path / "page.html"
    page.write_text(f"<a href='{LINE}'>x</a>", "utf-8")
    _, text = run("inspect", page, "--base-url", "https://s.example/", "--json", "--rules", rules)
    assert [item["provider"] for item in json.loads(text)["artefacts"]] == ["tidemark"]


def test_the_environment_names_a_folder_and_the_option_wins(
    rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(VARIABLE, str(rules))
    assert "tidemark" in select_rules(rules_folder(None)).providers
    monkeypatch.setenv(VARIABLE, str(tmp_path / "nowhere"))
    assert "tidemark" in select_rules(rules_folder(rules)).providers
    with pytest.raises(BadInputError, match="cannot be used"):
        select_rules(rules_folder(None))


def test_no_file_of_the_working_folder_is_taken_for_rules(
    rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "twinspace-auditor.toml").write_text(f'rules = "{rules}"\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(VARIABLE, raising=False)
    assert select_rules(rules_folder(None)) is shipped_rules()


def test_bad_rules_stop_a_command_before_it_begins(rules: Path):
    (rules / "tidemark.toml").write_text("id = 7", "utf-8")
    code, text = run("classify", "--json", "--rules", rules, stdin=LINE)
    assert code == 2
    assert "tidemark.toml: `id` must be text" in text
