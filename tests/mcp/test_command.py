"""What `crosswire mcp` refuses, in one line each."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from crosswire.cli import main


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "crosswire mcp: there is nothing to serve (allowed: a DESK, --folder DIR, or both)"),
        (["{tmp}/none.db"], "none.db: there is no such file"),
        (["{tmp}/text.db"], "text.db: "),
        (["--folder", "{tmp}/nothing"], "nothing: it is not a folder (allowed: a folder that exists)"),
        (["--folder", "{tmp}/text.db"], "text.db: it is not a folder"),
    ],
)
def test_what_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str) -> None:
    (tmp_path / "text.db").write_text("no desk", "utf-8")
    assert main(["mcp", *(one.replace("{tmp}", str(tmp_path)) for one in arguments)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert says in err
    assert "Traceback" not in err


@pytest.mark.parametrize("port", ["-1", "65536", "x", ""])
def test_a_port_is_a_number(capsys: pytest.CaptureFixture[str], port: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["mcp", "desk.db", "--http", f"--port={port}"])
    assert ended.value.code == 2
    assert "argument --port" in capsys.readouterr().err


def test_the_package_is_named_where_it_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith(("mcp", "crosswire.mcp"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mcp", None)
    assert main(["mcp", "--folder", str(tmp_path)]) == 1
    assert 'pip install "crosswire[mcp]"' in capsys.readouterr().err
