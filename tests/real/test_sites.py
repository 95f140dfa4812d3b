"""Real school and teaching sites, served on loopback; what is expected was read in Chromium."""

from __future__ import annotations

import contextlib
import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from auditor.application.audit_project import audit_project
from auditor.application.event_streams import result_of
from auditor.session.audit_request import AuditRequest
from crawlers.model.artefact import Kind
from reports.audit import Audit
from tests.real.beside import beside


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


async def audited(site: str, out: Path, path: str = "/") -> Audit:
    with served(beside("real", "sites", site)) as origin:
        request = AuditRequest(
            url=f"{origin}{path}",
            out=out,
            user_agent="T/1",
            delay=0.0,
            first_wait=0.0,
            allow_private=True,
        )
        return (await result_of(audit_project(request))).audit


def names(done: Audit, *, visible: bool) -> set[str]:
    own = [one for one in done.artefacts if "127.0.0.1" in one.canonical_url]
    chosen = [one for one in own if (one.visibility.visible if visible else one.visibility.lost)]
    return {one.canonical_url.rpartition("/")[2] for one in chosen}


async def test_lifelab(tmp_path: Path) -> None:
    done = await audited("lifelab-etwinning", tmp_path)
    assert {page.url.rpartition("/")[2] for page in done.pages} == {
        "",
        "gallery.html",
        "partners.html",
        "projects.html",
        "students.html",
        "teachers.html",
        "team.html",
    }
    assert names(done, visible=True) == {"t1.png", "t2.png", "t3.png", "t4.png", "stu1.png"}
    assert names(done, visible=False) == {"llifelab.png", "student2.jpg", "student3.jpg"}


async def test_franke_schule(tmp_path: Path) -> None:
    done = await audited("franke-schule", tmp_path)
    assert len(done.pages) == 20
    assert names(done, visible=True) == {
        "formelsammlung.png",
        "loesungsblatt-aufgabe-1.pdf",
        "sicherungsblatt-aufgabe-1-loesungen.pdf",
        "sicherungsblatt-aufgabe-2-loesungen.pdf",
    }
    assert sum(page.visibility.visible for page in done.pages) == 19
    strange = [page.url.rpartition("/")[2] for page in done.pages if page.visibility.undetermined]
    assert strange == ["klassenkarte-klasse-only.html"]


@pytest.mark.parametrize("kind", [Kind.IMAGE, Kind.DOCUMENT])
async def test_utpl_course(kind: Kind, tmp_path: Path) -> None:
    done = await audited("utpl-course", tmp_path, "/HIST_2010/")
    visible = [one for one in done.artefacts if one.visibility.visible and one.kind is kind]
    assert len(visible) == {Kind.IMAGE: 9, Kind.DOCUMENT: 1}[kind]
    assert all(page.visibility.visible for page in done.pages)
