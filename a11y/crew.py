"""A crew of workers, each with a browser of its own, that share the pages of a stage."""

import os
import queue
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from subprocess import SubprocessError
from typing import TypeVar

from playwright.sync_api import Error as PlaywrightError
from selenium.common.exceptions import WebDriverException
from urllib3.exceptions import HTTPError

from a11y.progress import Progress

WORKERS = min(os.cpu_count() or 1, 4)
_BROKEN = (PlaywrightError, WebDriverException, HTTPError, SubprocessError)
"""What a browser that crashed looks like from outside."""

_TRIES = 2  # a page that brings two browsers down is a fault worth stopping for

Item = TypeVar("Item")
Session = TypeVar("Session")
Answer = TypeVar("Answer")


def share(
    items: Iterable[Item],
    open_session: Callable[[], AbstractContextManager[Session]],
    examine: Callable[[Session, Item], Answer],
    progress: Progress,
    workers: int = WORKERS,
) -> list[Answer]:
    """Let the workers take items from one queue; the answers keep the order of the items.

    Where a browser crashes, its worker opens another and tries the item again.
    """
    waiting: queue.SimpleQueue[tuple[int, Item, int]] = queue.SimpleQueue()
    for number, item in enumerate(items):
        waiting.put((number, item, 1))
    answers: dict[int, Answer] = {}

    def session_until_empty() -> bool:
        """Work with one session; False when the session broke and another is needed."""
        with open_session() as session:
            while True:
                try:
                    number, item, tries = waiting.get_nowait()
                except queue.Empty:
                    return True
                try:
                    answers[number] = examine(session, item)
                except _BROKEN:
                    if tries == _TRIES:
                        raise
                    waiting.put((number, item, tries + 1))
                    return False
                progress.step()

    def work() -> None:
        while not session_until_empty():
            pass

    with ThreadPoolExecutor(workers) as pool:
        for future in [pool.submit(work) for _ in range(workers)]:
            future.result()
    return [answers[number] for number in sorted(answers)]
