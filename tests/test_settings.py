"""Settings of the environment."""

from __future__ import annotations

import pytest

from crosswire import settings
from crosswire.cli import main
from crosswire.errors import SettingError


@pytest.mark.parametrize(
    ("told", "wanted"),
    [(None, "auto"), ("", "auto"), ("f32", "f32"), ("F32", "f32"), (" BF16 ", "bf16"), ("Auto", "auto")],
)
def test_precision(monkeypatch: pytest.MonkeyPatch, told: str | None, wanted: str) -> None:
    monkeypatch.delenv(settings.PRECISION, raising=False)
    if told is not None:
        monkeypatch.setenv(settings.PRECISION, told)
    assert settings.precision() == wanted


@pytest.mark.parametrize("told", ["f16", "typo", "32", "\x1b[31m"])
def test_a_wrong_setting_is_the_users_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], told: str
) -> None:
    monkeypatch.setenv(settings.PRECISION, told)
    with pytest.raises(SettingError, match="allowed: auto, f32, bf16"):
        settings.precision()
    assert main(["group", "nothing.txt"]) == 1
    out = capsys.readouterr()
    assert out.err.startswith("wrong setting: CROSSWIRE_PRECISION: ")
    assert "fault of crosswire" not in out.err
    assert "\x1b" not in out.err
