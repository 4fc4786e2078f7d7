"""Servers that die: no reader waits long, and with a second one no reader notices."""

import threading
import time
from pathlib import Path
from typing import Self

import httpx
from engines import Meili, api_before

from generator.settings import Settings

LONGEST_SECONDS = 1.0
BACK_SECONDS = 2.0


class Asking:
    """Asks without a pause in threads, and notes every status and the longest time."""

    def __init__(self, api: str, threads: int = 4) -> None:
        self._api = api
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._ask) for _ in range(threads)]
        self.statuses: list[int] = []
        self.longest = 0.0

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _ask(self) -> None:
        with httpx.Client(timeout=10) as client:
            while not self._over.is_set():
                started = time.monotonic()
                response = client.get(f"{self._api}/api/v1/search?q=pasport")
                self.longest = max(self.longest, time.monotonic() - started)
                self.statuses.append(response.status_code)
                time.sleep(0.01)


def until_back(api: str) -> float:
    started = time.monotonic()
    while time.monotonic() - started < 10:
        if httpx.get(f"{api}/api/v1/search?q=pasport").is_success:
            break
        time.sleep(0.05)
    return time.monotonic() - started


def test_killed_and_back(api: str, meili: Meili) -> None:
    with Asking(api) as asking:
        time.sleep(0.3)
        meili.kill()
        time.sleep(1.0)
        away = httpx.get(f"{api}/api/v1/search?q=pasport")
        page = httpx.get(f"{api}/ru/search/?q=паспорт")
        ready = httpx.get(f"{api}/readyz")
        meili.start()
        back = until_back(api)
    assert away.status_code == httpx.codes.SERVICE_UNAVAILABLE
    assert away.headers["content-type"] == "application/problem+json"
    assert away.headers["retry-after"]
    assert page.status_code == httpx.codes.SERVICE_UNAVAILABLE
    assert 'id="result-count"' in page.text
    assert ready.status_code == httpx.codes.SERVICE_UNAVAILABLE
    assert set(asking.statuses) == {200, 503}
    assert asking.longest <= LONGEST_SECONDS
    assert back <= BACK_SECONDS


def test_hanging_and_back(api: str, meili: Meili) -> None:
    meili.pause()
    try:
        with Asking(api, threads=2) as asking:
            time.sleep(2.0)
    finally:
        meili.go_on()
    assert set(asking.statuses) == {503}
    assert asking.longest <= LONGEST_SECONDS
    assert until_back(api) <= BACK_SECONDS


def test_with_a_second_server_nobody_notices(api_of_two: str, meili: Meili, replica: Meili) -> None:
    for server in (meili, replica):
        with Asking(api_of_two) as asking:
            time.sleep(0.3)
            server.kill()
            time.sleep(0.7)
            server.start()
            time.sleep(0.5)
        assert set(asking.statuses) == {200}
        assert asking.longest <= LONGEST_SECONDS


def test_with_a_second_server_a_hanging_one_is_passed_over(
    api_of_two: str, meili: Meili, replica: Meili
) -> None:
    for server in (meili, replica):
        server.pause()
        try:
            with Asking(api_of_two, threads=2) as asking:
                time.sleep(1.5)
        finally:
            server.go_on()
        assert set(asking.statuses) == {200}
        assert asking.longest <= LONGEST_SECONDS


def test_the_api_may_start_before_its_server(meili: Meili, site: Path, settings: Settings) -> None:
    meili.kill()
    with api_before((meili.url,), site, settings) as address:
        assert httpx.get(f"{address}/api/v1/search?q=a").status_code == 503
        assert httpx.get(f"{address}/").status_code == 200
        meili.start()
        assert until_back(address) <= BACK_SECONDS
