"""Watches files: says when something below the watched folders changed and has come to rest."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

_REST_MILLISECONDS = 50
"""A change is told when nothing more changed for so long: half-written files are left alone."""
_LOOK_UP_MILLISECONDS = 1000
"""Now and then nothing is told, so that whoever waits can see whether to go on."""


class _People(DefaultFilter):
    """What people change; not what editors put beside it (`.x.swp`, `x~`)."""

    def __call__(self, change: Change, path: str) -> bool:
        return not Path(path).name.startswith(".") and super().__call__(change, path)


def changes(folders: Iterable[Path]) -> Iterator[tuple[str, ...]]:
    """Paths that were changed, added or removed since the last time; none now and then."""
    found = watch(
        *folders,
        watch_filter=_People(),
        step=_REST_MILLISECONDS,
        rust_timeout=_LOOK_UP_MILLISECONDS,
        yield_on_timeout=True,
        raise_interrupt=True,
    )
    for changed in found:
        yield tuple(sorted({path for _, path in changed}))
