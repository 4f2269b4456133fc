"""A running `crosswire watch` that is told to end, by each signal."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.watch.world import item, page, rss

WORDS = "Norland closed the strait of Mirra to all foreign ships, its foreign minister Ada Holm said in Halden. " * 3


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_behind_the_item_it_is_at(
    tmp_path: Path, site: Callable[..., str], how: signal.Signals
) -> None:
    running: list[subprocess.Popen[bytes]] = []

    def serve(r: object) -> None:
        path = r.path  # type: ignore[attr-defined]
        if path == "/0":
            running[0].send_signal(how)
        body = page(f"{WORDS} {path}") if path in ("/0", "/1") else rss(item("/0"), item("/1"))
        r.send_response(404 if path == "/robots.txt" else 200)  # type: ignore[attr-defined]
        r.send_header("Content-Type", "text/html" if len(path) == 2 else "text/xml")  # type: ignore[attr-defined]
        r.end_headers()  # type: ignore[attr-defined]
        r.wfile.write(body.encode())  # type: ignore[attr-defined]

    url, desk = site(serve) + "/feed", tmp_path / "desk.db"
    program = (
        "import datetime, sys; from crosswire.watch import manners; manners.GAP = datetime.timedelta(); "
        "from crosswire.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", program, "watch", str(desk), url, "--allow-private"]
    running.append(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE))
    out, err = running[0].communicate(timeout=60)
    assert running[0].returncode == 0, err.decode()
    told = out.decode().splitlines()
    assert [line.split()[0] for line in told] == ["well", "stored"]
    assert told[1].split()[1].endswith("/0")
