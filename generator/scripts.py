"""The scripts that a page loads when its search box, or its player, is used."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import rcssmin
import rjsmin

from generator.errors import BuildError
from generator.locales import Locale
from generator.words import Table

_LIBRARY = "node_modules/fastest-levenshtein/esm/mod.js"
_EXPORT = "export { closest, distance };"
_WORDS = (
    "search_results", "search_away", "names_only", "results_count", "results_none",
    "results_for", "results_more", "did_you_mean",
)  # fmt: skip
_PLAYER_WORDS = (
    "player_pause", "player_playing", "player_paused", "player_ended", "player_speed",
    "player_back", "player_on", "player_resume", "player_failed",
)  # fmt: skip


def search_code(root: Path) -> str:
    """What all variants share: the library, our search scripts and the rules of what they add.

    Raises BuildError.
    """
    try:
        library = (root / _LIBRARY).read_text("utf-8")
    except FileNotFoundError as error:
        raise BuildError(f"scripts: {_LIBRARY} is missing; run `make setup`") from error
    if _EXPORT not in library:
        raise BuildError(f"scripts: {_LIBRARY} no longer ends with `{_EXPORT}`")
    folder = root / "overrides" / "scripts" / "search"
    rules = json.dumps(rcssmin.cssmin((folder / "found.css").read_text("utf-8")))
    ours = (path.read_text("utf-8") for path in sorted(folder.glob("*.js")))
    return "\n".join([library.replace(_EXPORT, ""), f"const FOUND_RULES={rules};", *ours])


def search_script(code: str, locale: Locale, words: Table, addresses: Mapping[str, str]) -> bytes:
    """The search script of one variant: its words and `addresses`, then the shared `code`.

    `addresses` has `api` (the search), `names` (the list of names) and `services` (the
    folder of the passports).
    """
    phrases = {key: _in_script(words[key][locale.language], locale) for key in _WORDS}
    settings = {"lang": locale.code, **addresses, "words": phrases}
    text = json.dumps(settings, ensure_ascii=False, separators=(",", ":"))
    return f"(()=>{{const SETTINGS={text};{rjsmin.jsmin(code)}}})()".encode()


def page_script(root: Path, name: str) -> bytes:
    """A script of one kind of page, minified."""
    text = (root / "overrides" / "scripts" / f"{name}.js").read_text("utf-8")
    return str(rjsmin.jsmin(text)).encode()


def player_scripts(
    root: Path, variants: Iterable[Locale], words: Table
) -> dict[str, tuple[str, bytes]]:
    """Code of a variant → name and content of its player: its words, then the shared code."""
    rules = (root / "overrides" / "scripts" / "player" / "player.css").read_text("utf-8")
    code = page_script(root, "player/player").decode()
    minified = json.dumps(rcssmin.cssmin(rules))
    made = {}
    for locale in variants:
        phrases = {
            key.removeprefix("player_"): _in_script(words[key][locale.language], locale)
            for key in _PLAYER_WORDS
        }
        text = json.dumps(phrases, ensure_ascii=False, separators=(",", ":"))
        script = f"(()=>{{const WORDS={text},RULES={minified};{code}}})()".encode()
        made[locale.code] = hashed(f"player-{locale.code}.js", script), script
    return made


def hashed(name: str, content: bytes) -> str:
    """`a.js` → `a-<hash>.js`: an address that may be kept for ever."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem}-{hashlib.sha256(content).hexdigest()[:10]}{dot}{ending}"


def _in_script(phrase: str | Mapping[str, str], locale: Locale) -> str | dict[str, str]:
    if isinstance(phrase, str):
        return locale.script(phrase)
    return {category: locale.script(text) for category, text in phrase.items()}
