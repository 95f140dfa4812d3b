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
from tests.real.beside import shared_path


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextlib.contextmanager
def serve_folder(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


async def audit_site(site: str, out: Path, path: str = "/") -> Audit:
    with serve_folder(shared_path("real", "sites", site)) as origin:
        request = AuditRequest(
            url=f"{origin}{path}",
            out=out,
            user_agent="T/1",
            delay=0.0,
            first_wait=0.0,
            allow_private=True,
        )
        return (await result_of(audit_project(request))).audit


def names(audit: Audit, *, visible: bool) -> set[str]:
    own = [artefact for artefact in audit.artefacts if "127.0.0.1" in artefact.canonical_url]
    chosen = [
        artefact
        for artefact in own
        if (artefact.visibility.visible if visible else artefact.visibility.lost)
    ]
    return {artefact.canonical_url.rpartition("/")[2] for artefact in chosen}


async def test_lifelab(tmp_path: Path) -> None:
    audit = await audit_site("lifelab-etwinning", tmp_path)
    assert {page.url.rpartition("/")[2] for page in audit.pages} == {
        "",
        "gallery.html",
        "partners.html",
        "projects.html",
        "students.html",
        "teachers.html",
        "team.html",
    }
    assert names(audit, visible=True) == {"t1.png", "t2.png", "t3.png", "t4.png", "stu1.png"}
    assert names(audit, visible=False) == {"llifelab.png", "student2.jpg", "student3.jpg"}


async def test_franke_schule(tmp_path: Path) -> None:
    audit = await audit_site("franke-schule", tmp_path)
    assert len(audit.pages) == 20
    assert names(audit, visible=True) == {
        "formelsammlung.png",
        "loesungsblatt-aufgabe-1.pdf",
        "sicherungsblatt-aufgabe-1-loesungen.pdf",
        "sicherungsblatt-aufgabe-2-loesungen.pdf",
    }
    assert sum(page.visibility.visible for page in audit.pages) == 19
    strange = [page.url.rpartition("/")[2] for page in audit.pages if page.visibility.undetermined]
    assert strange == ["klassenkarte-klasse-only.html"]


@pytest.mark.parametrize("kind", [Kind.IMAGE, Kind.DOCUMENT])
async def test_utpl_course(kind: Kind, tmp_path: Path) -> None:
    audit = await audit_site("utpl-course", tmp_path, "/HIST_2010/")
    visible = [
        artefact
        for artefact in audit.artefacts
        if artefact.visibility.visible and artefact.kind is kind
    ]
    assert len(visible) == {Kind.IMAGE: 9, Kind.DOCUMENT: 1}[kind]
    assert all(page.visibility.visible for page in audit.pages)
