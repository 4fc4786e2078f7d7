"""A register at an address → its newest good copy in a folder; a bad answer leaves the old copy."""

import hashlib
import json
import time
import zipfile
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from generator.errors import FetchError
from generator.tables.delimited import decoded
from generator.tables.table import MOST_BYTES
from generator.tables.workbook import MOST_UNPACKED

KINDS = ("xlsx", "csv", "json")
MOST_SECONDS = 60.0
_UNCHANGED = 304


@dataclass(frozen=True)
class Limits:
    """What an answer may weigh, and how long all of it may take."""

    size: int = MOST_BYTES
    seconds: float = MOST_SECONDS


@dataclass(frozen=True)
class Copy:
    """The newest good copy; `changed` is false when the remote still has what we had."""

    path: Path
    changed: bool


@dataclass(frozen=True)
class _Known:
    etag: str
    modified: str
    digest: str


def fetch(address: str, folder: Path, digest: str = "", limits: Limits | None = None) -> Copy:
    """Bring the register at `address` into `folder` when it changed.

    `digest` is the SHA-256 that it must have, where it is known. Raises FetchError for what
    cannot be fetched or is not what its name says; the copy of before stays.
    """
    kind = _kind(address)
    path = folder / f"{hashlib.sha256(address.encode()).hexdigest()[:16]}.{kind}"
    note = path.with_suffix(".note")
    known = _read_note(note, path)
    answer = _answer(address, known, limits or Limits())
    if answer is None:
        _check_digest(address, path.read_bytes(), digest)
        return Copy(path, changed=False)
    content, seen = answer
    _check_digest(address, content, digest)
    _check_kind(address, kind, content)
    folder.mkdir(parents=True, exist_ok=True)
    note.unlink(missing_ok=True)  # a note never speaks of another copy than the one beside it
    _write(path, content)
    _write(note, json.dumps(asdict(seen)).encode())
    return Copy(path, changed=known is None or known.digest != seen.digest)


def _kind(address: str) -> str:
    parts = urlsplit(address)
    kind = parts.path.rpartition(".")[2].lower()
    if parts.scheme not in ("http", "https") or kind not in KINDS:
        raise FetchError(
            f"sync: {address}: give an http(s) address that ends with .xlsx, .csv or .json"
        )
    return kind


def _answer(address: str, known: _Known | None, limits: Limits) -> tuple[bytes, _Known] | None:
    """The bytes and how to ask for them next time; None when nothing changed."""
    headers = {"If-None-Match": known.etag, "If-Modified-Since": known.modified} if known else {}
    headers = {name: value for name, value in headers.items() if value}
    until = time.monotonic() + limits.seconds
    content = bytearray()
    try:
        with httpx.stream(
            "GET", address, headers=headers, timeout=min(10.0, limits.seconds),
            follow_redirects=True,
        ) as response:  # fmt: skip
            if response.status_code == _UNCHANGED and known:
                return None
            response.raise_for_status()
            if int(response.headers.get("Content-Length", "0")) > limits.size:
                raise _too_large(address, limits)
            for part in response.iter_bytes(2**16):
                content += part
                if len(content) > limits.size:
                    raise _too_large(address, limits)
                if time.monotonic() > until:
                    raise FetchError(f"sync: {address}: not whole after {limits.seconds:.0f} s")
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise FetchError(f"sync: {address}: {error or type(error).__name__}") from error
    found = hashlib.sha256(content).hexdigest()
    etag, modified = (response.headers.get(name, "") for name in ("ETag", "Last-Modified"))
    return bytes(content), _Known(etag, modified, found)


def _too_large(address: str, limits: Limits) -> FetchError:
    return FetchError(f"sync: {address}: more than {limits.size:,} bytes; the copy of before stays")


def _check_digest(address: str, content: bytes, digest: str) -> None:
    found = hashlib.sha256(content).hexdigest()
    if digest and found != digest.lower():
        raise FetchError(f"sync: {address}: its SHA-256 is {found}, not {digest}")


def _check_kind(address: str, kind: str, content: bytes) -> None:
    """Raise FetchError for a file that is cut off or is not what its name says."""
    try:
        if kind == "xlsx":
            _check_archive(content)
        elif kind == "json":
            json.loads(content)
        else:
            _check_text(content)
    except (ValueError, zipfile.BadZipFile) as error:
        raise FetchError(f"sync: {address}: not a whole {kind} file: {error}") from error


def _check_text(content: bytes) -> None:
    if not decoded(content).strip():
        raise ValueError("it is empty")


def _check_archive(content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED:
            raise ValueError(f"unpacked it is larger than {MOST_UNPACKED:,} bytes")
        if "xl/workbook.xml" not in archive.namelist():
            raise ValueError("it holds no workbook")
        if broken := archive.testzip():
            raise ValueError(f"{broken} is damaged")


def _read_note(note: Path, path: Path) -> _Known | None:
    """What is known of the copy, if it is still the one that was fetched."""
    try:
        known = _Known(**json.loads(note.read_text("utf-8")))
        same = hashlib.sha256(path.read_bytes()).hexdigest() == known.digest
    except (OSError, ValueError, TypeError):
        return None
    return known if same else None


def _write(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{path.name}")
    beside.write_bytes(content)
    beside.replace(path)
