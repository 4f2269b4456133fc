"""Dates as sources write them → ISO 8601."""

from __future__ import annotations

import pytest

from crosswire.read.published import published_iso


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2031-09-05", "2031-09-05"),
        (" 2031-09-05 ", "2031-09-05"),
        ("2031-09-05T10:20:00+01:00", "2031-09-05T10:20:00+01:00"),
        ("2031-09-05T10:20:00Z", "2031-09-05T10:20:00+00:00"),
        ("2031-09-05 10:20", "2031-09-05T10:20:00"),
        ("Fri, 05 Sep 2031 10:00:00 +0200", "2031-09-05T10:00:00+02:00"),
        ("September 5, 2031", "2031-09-05"),
        ("5 September 2031", "2031-09-05"),
        ("Sep 5, 2031", "2031-09-05"),
        ("2031-13-05", None),
        ("soon", None),
        ("", None),
    ],
)
def test_published_iso(told: str, expected: str | None) -> None:
    assert published_iso(told) == expected
