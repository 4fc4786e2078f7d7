"""A reader's bucket empties and fills; readers do not share one."""

from search.api.rate_limit import RateLimit


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_holds_ten_seconds_and_fills_again() -> None:
    clock = Clock()
    limit = RateLimit(2, clock)
    assert [limit.wait("192.0.2.1") for _ in range(21)] == [0] * 20 + [1]
    assert limit.wait("192.0.2.2") == 0
    clock.now = 1.0
    assert [limit.wait("192.0.2.1") for _ in range(3)] == [0, 0, 1]


def test_addresses_of_one_ipv6_network_are_one_reader() -> None:
    limit = RateLimit(1, Clock())
    waits = [limit.wait(f"2001:db8::{number:x}") for number in range(11)]
    assert waits == [0] * 10 + [1]


def test_zero_is_no_limit() -> None:
    limit = RateLimit(0, Clock())
    assert not any(limit.wait("192.0.2.1") for _ in range(1000))


def test_few_readers_are_remembered() -> None:
    limit = RateLimit(1, Clock())
    for number in range(10_100):
        limit.wait(f"reader {number}")
    assert len(limit._buckets) <= 10_000  # noqa: SLF001 - the memory it takes
