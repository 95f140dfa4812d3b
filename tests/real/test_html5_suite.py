"""Documents as browsers read them: html5lib-tests inside ``body``, and its test of encodings."""

from __future__ import annotations

import io
import re
import tarfile
from collections.abc import Iterator

from crawlers.extraction.html_tree import read_html
from tests.real.beside import shared_path
from tests.real.html5_suite import body_of, expected_body, tree_cases


def test_at_least_98_of_100_trees_are_right_inside_body() -> None:
    cases = [case for case in tree_cases() if expected_body(case)]
    assert len(cases) > 1000
    wrong = [case for case in cases if body_of(case.data) != expected_body(case)]
    share = 1 - len(wrong) / len(cases)
    print(f"{share:.1%} of {len(cases)} right; wrong: {[(c.file, c.data) for c in wrong]}")
    assert share >= 0.98


def encoding_cases() -> Iterator[tuple[bytes, str]]:
    """Documents as bytes, each with the label of its encoding."""
    with tarfile.open(shared_path("real", "suites", "html5", "encoding.tar.gz")) as archive:
        for member in archive.getmembers():
            stream = archive.extractfile(member)
            if stream is None or not member.name.endswith(".dat") or "scripted" in member.name:
                continue
            data = io.BytesIO(stream.read()).read()
            for block in re.split(rb"(?:\A|\n+)#data\n", data)[1:]:
                document, _, label = block.partition(b"\n#encoding\n")
                yield document, label.split(b"\n")[0].strip().decode("ascii").lower()


def test_documents_are_read_in_the_encoding_that_they_name() -> None:
    cases = [case for case in encoding_cases() if case[1]]
    assert len(cases) > 50
    wrong = [
        (document, label, read_html(document).original_encoding)
        for document, label in cases
        if read_html(document).original_encoding != label
    ]
    assert wrong == []
