"""Pages that were made, kept as long as nothing changed: what was shown last stays, what was not goes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Any, Final

#: So many states of stories are kept made; a page of forty reports takes about 2 MB.
KEPT: Final = 48

Key = tuple[int, int]


class Shelf:
    """What was made last: states of stories by number and newest line of the log; facets by -1 and newest change."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[Key, Any] = OrderedDict()

    def get(self, key: Key) -> Any:
        """Returns what was made; None where nothing is kept."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: Key, made: Any) -> None:
        """Keeps what was made, in place of what was made of the same state before."""
        with self._lock:
            for old in [one for one in self._kept if one[0] == key[0]]:
                del self._kept[old]
            self._kept[key] = made
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
