"""Which pages an audit looks at, and how closely."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from a11y import lighthouse
from a11y.looks import LOOKS, Look
from a11y.pages import Page, find_pages, first_of_each_type, sample

_SAMPLE = 24  # pages of the rest that a normal audit looks at, in one look
_VALIDATED = 400  # pages of the rest whose HTML it validates
_CHANGED = 40  # pages, besides one of each type, that a look at changed pages takes


@dataclass(frozen=True)
class Plan:
    """What one audit looks at.

    `typical` pages thoroughly, `sampled` ones in one look, `validated` ones as HTML, and every
    page for its weight, its requests and its sentences. `walk` is the seed for the stretch of a
    very long page that the keyboard walks, None for all of it.
    """

    pages: tuple[Page, ...]
    typical: tuple[Page, ...]
    sampled: tuple[Page, ...]
    validated: tuple[Page, ...]
    looks: tuple[Look, ...]
    lighthouse: tuple[Page, ...]
    walk: int | None
    stages: frozenset[str]
    complete: bool
    seed: int


STAGES = ("files", "axe", "pages", "lighthouse")
"""What an audit does, in this order; Lighthouse comes alone, for it measures time."""


def plan_changed(site: Path, changed: Iterable[str], seed: int) -> Plan:
    """Axe in one look on `changed` pages, paths within the tree: each type, and a sample."""
    wanted, root = set(changed), site.resolve()
    pages = find_pages(site)
    named = [page for page in pages if str(page.file.relative_to(root)) in wanted]
    typical = first_of_each_type(named)
    chosen = (*typical, *sample(named, typical, _CHANGED, seed))
    return Plan(
        pages, (), chosen, (), LOOKS[:1], (), seed, frozenset({"axe"}), complete=False, seed=seed
    )


def plan(
    site: Path, seed: int, *, every: bool = False, fast: bool = False, only: Iterable[str] = ()
) -> Plan:
    """Choose pages: the normal audit, `every` page and type, or `fast` for one quick look.

    `only` names the stages to carry out. An audit is complete when it leaves none out.
    """
    pages = find_pages(site)
    typical = first_of_each_type(pages)
    offered = {page.path for page in pages}
    looks = tuple(look for look in LOOKS if not look.needs or look.needs in offered)
    stages = frozenset(only) or frozenset(STAGES)
    if fast:
        return Plan(
            pages, typical, (), typical, looks[:1], (), seed, stages, complete=False, seed=seed
        )
    rest = tuple(sample(pages, typical, len(pages), seed))
    sampled, valid = (rest, rest) if every else (rest[:_SAMPLE], rest[:_VALIDATED])
    scored = typical if every else lighthouse.choose(typical, seed)
    return Plan(
        pages,
        typical,
        sampled,
        (*typical, *valid),
        looks,
        scored,
        walk=None if every else seed,
        stages=stages,
        complete=stages == frozenset(STAGES),
        seed=seed,
    )
