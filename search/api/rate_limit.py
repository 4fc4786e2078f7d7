"""How many questions one reader may ask: a bucket that fills with time. No address is kept long."""

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable

_BURST_SECONDS = 10
_MOST_READERS = 10_000
_NETWORK_BITS = 64  # one IPv6 reader has a whole network of addresses


class RateLimit:
    """Lets a reader ask `rate` questions a second, and ten seconds' worth at once; 0: any."""

    def __init__(self, rate: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, address: str) -> int:
        """Take one question from the reader's bucket: 0, or seconds to wait when it is empty."""
        if not self._rate:
            return 0
        reader, now = _reader(address), self._clock()
        full = float(self._rate * _BURST_SECONDS)
        left, since = self._buckets.pop(reader, (full, now))
        left = min(full, left + (now - since) * self._rate)
        allowed = left >= 1
        self._buckets[reader] = (left - allowed, now)
        if len(self._buckets) > _MOST_READERS:
            self._buckets.popitem(last=False)
        return 0 if allowed else 1


def _reader(address: str) -> str:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if found.version == 4:  # noqa: PLR2004 - IPv4
        return address
    return str(ipaddress.ip_network((found, _NETWORK_BITS), strict=False))
