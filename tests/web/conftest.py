"""A desk of invented reports, its pages in this process, and the same in a server for a real browser."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.testclient import TestClient
from tests.store.invented import Clock, Plain, report

from crosswire.store import Desk
from crosswire.web.app import application
from crosswire.web.settings import Settings

HOME = "http://127.0.0.1:8710"
TOKEN = re.compile(r'name="csrf" value="([0-9a-f]{64})"')


class Visit:
    """One browser at a desk, without a browser."""

    def __init__(self, desk: Desk, settings: Settings, home: str = HOME) -> None:
        self.app = application(desk, settings)
        self.client = TestClient(self.app, base_url=home, follow_redirects=False, raise_server_exceptions=False)
        self.desk = desk

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(path, headers={"accept": "text/html", **_named(headers)})

    def json(self, path: str) -> Any:
        return self.client.get(path, headers={"accept": "application/json"})

    def csrf(self) -> str:
        found = TOKEN.search(self.get("/keys").text)
        assert found
        return found[1]

    def post(self, path: str, data: dict[str, Any], files: Any = None, **headers: str) -> Any:
        told = {"csrf": self.csrf(), **data}
        return self.client.post(path, data=told, files=files, headers={"accept": "text/html", **_named(headers)})

    def done(self, answer: Any) -> Any:
        """Follows an answer to where it leads, past work that goes on."""
        for _ in range(200):
            if answer.status_code != 303:
                return answer
            answer = self.get(answer.headers["location"])
            if "Being done" in answer.text or answer.request.url.path.startswith("/jobs/"):
                time.sleep(0.02)
                if answer.request.url.path.startswith("/jobs/") and answer.status_code == 200:
                    answer = self.get(str(answer.request.url.path))
        return answer

    def settle(self) -> None:
        """Waits until nothing is left to be done."""
        for job in self.app.state.jobs.open():
            assert job.done.wait(20)


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


def filled(desk: Desk) -> None:
    """Three events: a ferry told by three, of them two alike, a mine told twice, a theft told once."""
    desk.add(
        [
            report("ferry", 6, "Post", "https://post.example/ferry"),
            report("ferry", 7, "Wire"),
            report("ferry", 7, "Echo"),
            report("mine", 4, "Post"),
            report("mine", 4, "Wire", more="The owner is Tessin Metals."),
            report("bank", 12, "Courier"),
        ],
        by="ann",
    )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk(tmp_path / "desk.db", analyst=Plain(), clock=Clock()) as made:
        filled(made)
        yield made


@pytest.fixture
def settings() -> Settings:
    return Settings(person="ann", allow_private=True)


@pytest.fixture
def visit(desk: Desk, settings: Settings) -> Iterator[Visit]:
    made = Visit(desk, settings)
    yield made
    made.app.state.jobs.stop()
    made.app.state.book.close()


@pytest.fixture
def served(desk: Desk) -> Iterator[str]:
    """The desk in a server of its own, for a real browser: its address."""
    import socket

    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    app = application(desk, Settings(port=port, person="ann", allow_private=True))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=1))
    running = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    running.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    running.join(timeout=10)


Opened = Callable[..., Any]


@pytest.fixture
def opened(chromium: Any, served: str) -> Iterator[Opened]:
    """Opens a page of the desk in Chromium; `told` lists dialogs, errors, and requests to anywhere else."""
    contexts = []

    def open_page(path: str = "/stories", width: int = 1400, scheme: str = "light", script: bool = True) -> Any:
        context = chromium.new_context(
            viewport={"width": width, "height": 850}, color_scheme=scheme, java_script_enabled=script
        )
        contexts.append(context)
        page = context.new_page()
        page.told = []
        away = lambda request: request.url.startswith(served) or page.told.append(f"request {request.url}")  # noqa: E731
        page.on("request", away)
        page.on("dialog", lambda dialog: (page.told.append("dialog"), dialog.dismiss()))
        page.on("pageerror", lambda error: page.told.append(f"error {error}"))
        page.goto(served + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
