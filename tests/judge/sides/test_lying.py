"""What lies where: nothing that shares a place with a span is missed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crosswire.judge.sides.lying import Lying
from crosswire.model import Span

_SPANS = st.tuples(st.integers(0, 3000), st.integers(0, 900)).map(lambda t: Span(start=t[0], end=t[0] + t[1]))


@given(st.lists(st.lists(_SPANS, max_size=3), max_size=12), _SPANS)
def test_all_that_shares_a_place_is_found_once_and_in_order(places: list[list[Span]], span: Span) -> None:
    near = Lying(enumerate(places)).near(span)
    expected = [i for i, own in enumerate(places) if any(s.overlaps(span) or s.covers(span) for s in own)]
    assert [i for i in near if i in expected] == expected
    assert near == sorted(set(near))


def test_what_lies_far_off_is_not_looked_at() -> None:
    lying = Lying((i, [Span(start=1000 * i, end=1000 * i + 50)]) for i in range(100))
    assert lying.near(Span(start=7010, end=7020)) == [7]
