"""A folder of rules: what it says of addresses, and which mistakes in it are named how."""

from pathlib import Path

import pytest

from crawlers.model.artefact import Kind
from crawlers.providers.engine.checking import checked_rules
from crawlers.providers.engine.mistakes import RulesError
from crawlers.providers.engine.registry import Rules, rules_from, shipped_rules

TIDEMARK = r"""
id = "tidemark"
name = "Tidemark"
kinds = ["timeline"]
hosts = ["tidemark.example"]
source = "Tidemark's help on sharing; read 2026-11-24"

[parts]
id = '[a-z0-9]{8}'

[[url]]
path = '/(embed|line|edit)/<id>(/[\w-]+)?/?'
keep = ["key"]
canonical = "https://tidemark.example/line/{id}"

[[signal]]
state = "permission_required"
reason = "private"
where = "text"
pattern = 'this timeline is only for its class'
"""
LINE = "https://tidemark.example/line/ab12cd34"


def rules(text: str = TIDEMARK, name: str = "tidemark.toml") -> Rules:
    return Rules({name: text})


def folder(tmp_path: Path, text: str) -> Path:
    (tmp_path / "tidemark.toml").write_text(text, "utf-8")
    return tmp_path


def problems(tmp_path: Path, text: str) -> str:
    with pytest.raises(RulesError) as caught:
        checked_rules(folder(tmp_path, text))
    return "\n".join(caught.value.problems)


def test_an_address_is_recognised_by_the_rules_that_are_given():
    match = rules().classify("https://www.tidemark.example/edit/ab12cd34/our-river?key=Q1w2&x=1")
    assert match is not None
    assert (match.provider, match.kind, match.native_id) == ("tidemark", Kind.TIMELINE, "ab12cd34")
    assert match.canonical_url == f"{LINE}?key=Q1w2"
    assert shipped_rules().classify(LINE) is None


def test_two_sets_of_rules_stand_beside_each_other():
    other = rules(TIDEMARK.replace("/line/{id}", "/other/{id}"))
    mine = rules()
    first, second = mine.classify(LINE), other.classify(LINE)
    assert first is not None
    assert second is not None
    assert (first.canonical_url, second.canonical_url) == (
        LINE,
        "https://tidemark.example/other/ab12cd34",
    )
    assert mine.version != other.version


def test_a_signal_without_a_source_has_the_tools():
    (signal,) = rules().providers["tidemark"].signals
    assert signal.source == "Tidemark's help on sharing; read 2026-11-24"


def test_the_version_follows_the_content_and_not_line_ends_or_the_order_of_files():
    first = Rules({"a.toml": "x = 1\n", "b.toml": "y = 2\n"})
    same = Rules({"b.toml": "y = 2\r\n", "a.toml": "x = 1\n"})
    assert first.version == same.version
    assert first.version != Rules({"a.toml": "x = 1\n"}).version
    assert first.version != Rules({"a.toml": "x = 1\n", "c.toml": "y = 2\n"}).version


def test_reserved_words_and_unless_refuse_what_a_pattern_would_take():
    text = TIDEMARK + (
        "\n[[url]]\n"
        r"path = '/(?P<user>\w+)/(?P<name>\w+)'"
        '\nreserved.user = ["Help"]\nunless.name = [\'page\\d+\', "x"]\n'
        'canonical = "https://tidemark.example/{user}/{name}"\nnative_id = "{user}/{name}"\n'
    )
    loaded = rules(text)
    assert loaded.classify("https://tidemark.example/teacher/river") is not None
    assert loaded.classify("https://tidemark.example/HELP/river") is None
    assert loaded.classify("https://tidemark.example/teacher/page12") is None
    assert loaded.classify("https://tidemark.example/teacher/x") is None


def test_a_family_shares_what_stands_outside_its_tools():
    family = r"""
hosts = ["tides.example"]
source = "Tides' help; read 2026-11-24"
parts.id = '\w{4}'
unless.id = 'help'

[[url]]
path = '/<app>/<id>'
canonical = "https://tides.example/{app}/{id}"

[[tool]]
id = "tides-maps"
name = "Tides Maps"
kinds = ["map"]
parts.app = 'maps'

[[tool]]
id = "tides-books"
name = "Tides Books"
kinds = ["book"]
parts.app = 'books'

[[tool.url]]
path = '/old/<id>'
canonical = "https://tides.example/books/{id}"
"""
    loaded = rules(family, "tides.toml")
    names = {
        path: getattr(loaded.classify(f"https://tides.example/{path}"), "id", None)
        for path in ("maps/ab12", "books/ab12", "old/ab12", "maps/help")
    }
    assert names == {
        "maps/ab12": "tides-maps:ab12",
        "books/ab12": "tides-books:ab12",
        "old/ab12": "tides-books:ab12",
        "maps/help": None,
    }


def test_one_table_may_hold_several_paths_and_matches():
    text = TIDEMARK.replace("path = '/(embed|line|edit)/<id>(/[\\w-]+)?/?'", "MATCH")
    text = text.replace(
        "MATCH", "match = [{ path = ['/a/<id>', '/b/<id>'] }, { path = '/', query.id = '<id>' }]"
    )
    loaded = rules(text)
    for path in ("a/ab12cd34", "b/ab12cd34", "?id=ab12cd34"):
        match = loaded.classify(f"https://tidemark.example/{path}")
        assert match is not None
        assert match.canonical_url == LINE


MISTAKES = [
    ('id = "tidemark"\n', "", "tidemark.toml: `id` is missing."),
    (
        'hosts = ["tidemark.example"]',
        'hosts = "tidemark.example"',
        "`hosts` must be a list, in square",
    ),
    ('kinds = ["timeline"]', 'kinds = ["time line"]', "`kinds` must be one of"),
    (
        "keep =",
        "kept =",
        "[[url]] number 1: `kept` is not a key that rules know; did you mean `keep`?",
    ),
    (
        "state =",
        "sate =",
        "[[signal]] number 1: `sate` is not a key that rules know; did you mean `state`",
    ),
    ('"permission_required"', '"private"', "[[signal]] number 1: `state` must be one of"),
    ("[parts]", "[parts", "this is not TOML"),
    ("<id>", "<key>", "[[url]] number 1: the pattern"),
    ("/<id>(", "/(?!x)<id>(", "looks ahead or behind"),
    ("/<id>(", "/<id>((", "cannot be read"),
    ("/line/{id}", "/line/{key}", "`canonical` asks for {key}, which the pattern does not give"),
    ("/line/{id}", "/line/{id", "a brace without its partner"),
    ('where = "text"', 'where = "heart"', "`heart` is no place to look at"),
    ('where = "text"', 'where = "element"\nunless = ""', ""),
    ("[parts]", 'flow = "padlet"\n[parts]', "there is no flow `padlet`; those that ship are"),
    ("[parts]", 'retired_on = "soon"\n[parts]', "`retired_on` must be a date"),
    ('keep = ["key"]', 'hosts = ["other.example"]', "the host other.example is none of the tool's"),
    ("[parts]", "page_proves = 7\n[parts]", "`page_proves` must be true or false"),
    ("<id>(", "(?P<url>[a-z]+)(", "`canonical` asks for {id}"),
    ("[[signal]]", "[signal]", "`signal` must be a list"),
]


@pytest.mark.parametrize(("old", "new", "sentence"), [row for row in MISTAKES if row[2]])
def test_a_mistake_is_named_by_file_key_and_reason(
    tmp_path: Path, old: str, new: str, sentence: str
):
    assert old in TIDEMARK
    lines = problems(tmp_path, TIDEMARK.replace(old, new, 1))
    assert sentence in lines
    assert "tidemark" in lines


def test_every_mistake_of_every_file_is_reported_at_once(tmp_path: Path):
    (tmp_path / "other.toml").write_text("id = 1\n", "utf-8")
    lines = problems(tmp_path, TIDEMARK.replace("keep =", "kept =").replace('"text"', "7"))
    assert "other.toml: `id` must be text in quotation marks." in lines
    assert "`kept`" in lines
    assert "`where`" in lines


def test_an_id_belongs_to_one_file(tmp_path: Path):
    (tmp_path / "other.toml").write_text(TIDEMARK, "utf-8")
    assert "the id tidemark is taken by another file" in problems(tmp_path, TIDEMARK)


@pytest.mark.parametrize("what", ["empty", "missing", "file", "latin"])
def test_a_folder_that_cannot_be_read_is_an_error(tmp_path: Path, what: str):
    place = tmp_path / what
    if what in ("empty", "latin"):
        place.mkdir()
    if what == "latin":
        (place / "a.toml").write_bytes("# é".encode("latin-1"))
    if what == "file":
        place.write_text("x", "utf-8")
    with pytest.raises(RulesError):
        rules_from(place)


def test_the_shipped_rules_are_read_once():
    assert shipped_rules() is shipped_rules()
