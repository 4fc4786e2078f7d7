"""What editors ask for: check, review, compare, translate, write in order."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from generator import review
from generator.canonical import Entry, canonical
from generator.change_report import Read, Summary, markdown
from generator.changes import compare
from generator.check import Checked
from generator.check import check as check_content
from generator.comparing.compare import compare as compare_services
from generator.comparing.compare import knowledge
from generator.comparing.show import Named
from generator.editors import build as editors
from generator.editors import tools
from generator.editors.serve import BackEnd
from generator.errors import ContentError, Problem, RevisionError
from generator.exports import coverage
from generator.imports.plan import Origin, Plan, Summarise
from generator.imports.prepare import prepare
from generator.imports.summary import summariser
from generator.imports.write import put_files
from generator.inputs import (
    markdown_of,
    register_of,
    sound,
    to_cyrillic_of,
    translations_of,
    variants_of,
    words_of,
)
from generator.load import RawContent, load
from generator.locales import locales
from generator.lock import only_one
from generator.model import Amount, Localized, Register
from generator.phrases import Phrases
from generator.revision import content_at
from generator.settings import Settings
from generator.spelling import Speller, read_own_words
from generator.tables.columns import Map, headed
from generator.tables.read import read
from generator.tables.table import refuse
from generator.transcript import transcript
from generator.translations import Store, Work, confirmed, outdated, recorded, written
from generator.validate import validate
from generator.views.page import Site
from generator.views.passport import PassportPages
from generator.words import Words
from search.synonyms import read_synonyms

_NOTES = "<!-- notes: kept when the tables are made again -->\n"
_LISTS = {
    "spheres": "spheres",
    "organizations": "organizations",
    "laws": "laws",
    "directory": "directory",
    "glossary": "glossary",
    "statistics": "statistics",
    "timeline": "timeline",
    "life-events": "life_events",
    "audiences": "audiences",
    "lessons": "lessons",
    "moved": "moved",
}
"""File of a list → field of the register."""


def findings(settings: Settings, today: date | None = None) -> Checked:
    """Everything that is wrong with the content, warnings too; reviews are due at `today`."""
    checked = check_content(load(settings.content), settings.root, markdown_of(settings), today)
    return replace(checked, problems=tuple(sorted({*checked.problems, *_synonyms(settings)})))


def _synonyms(settings: Settings) -> tuple[Problem, ...]:
    """What is wrong with the words of the search, which no page needs."""
    path = settings.content / "synonyms.yml"
    try:
        if path.exists():
            read_synonyms(path)
    except ContentError as error:
        found = error.problems
        return tuple(replace(one, file=path.relative_to(settings.root)) for one in found)
    return ()


def write_coverage(settings: Settings) -> Path:
    """Write how much of the register is filled into docs/register.md, above its own notes."""
    path = settings.root / "docs" / "register.md"
    notes = path.read_text("utf-8").partition(_NOTES)[2] if path.exists() else "\n"
    made = coverage.report(register_of(settings))
    path.write_text(f"# The register\n\n{made}\n{_NOTES}{notes}", "utf-8")
    return path


def review_texts(settings: Settings) -> tuple[str, Path]:
    """Review the texts for plain language and spelling; gives a table and the report's file.

    Raises ContentError for wrong content and SpellingError where dictionaries are missing.
    """
    register = register_of(settings)
    own = read_own_words(settings.content / "spelling.yml")
    reviewed = review.review(register, Speller(own, to_cyrillic_of(settings)).unknown)
    path = settings.work / "plain.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(review.report(reviewed), "utf-8")
    return review.table(reviewed), path


def origin(source: str, as_of: str, today: date) -> Origin:
    """Where a list comes from; one that does not say of when it speaks speaks of today."""
    review = today + timedelta(days=365)
    return Origin(source, as_of or today.isoformat(), today.isoformat(), review.isoformat())


def import_list(
    settings: Settings, path: Path, given: Map, origin: Origin, *, write: bool, skip_bad: bool
) -> tuple[Plan, int]:
    """Plan the import of a list; write it where that is asked and no row stands in the way.

    Gives the plan and how many files were written. Raises TableError for a list that cannot be
    read, ContentError for a register that cannot be; then nothing is written.
    """
    with only_one(settings.work / "import.lock"):
        content = load(settings.content)
        if content.problems:
            raise ContentError(content.problems)
        prepared = prepare(
            path, content, given, origin, _summariser(settings, content),
            lambda drafts: check_content(drafts, settings.content, errors_only=True).problems,
        )  # fmt: skip
        if not write or (prepared.plan.errors and not skip_bad):
            return prepared.plan, 0
        count = put_files(prepared.files, settings.content)
    if count:
        record_translations(settings)
    return prepared.plan, count


def compare_lists(settings: Settings, first: Path, second: Path, language: str) -> Named:
    """What two lists of services share, and what only one of them has.

    The register teaches which names belong together; faults in it do not matter here.
    Raises TableError, and ContentError for a register that cannot be read at all.
    """
    sheets = [headed(read(path)) for path in (first, second)]
    for path, found in zip((first, second), sheets, strict=True):
        if not found:
            raise refuse(path, "table-headings")
    examined = validate(load(settings.content), settings.root)
    if examined.register is None:
        raise ContentError(examined.problems)
    register = examined.register
    spheres = {sphere.id: str(getattr(sphere.name, language)) for sphere in register.spheres}
    result = compare_services(sheets[0], sheets[1], knowledge(register))
    return Named(result, first.name, second.name, spheres)


def _summariser(settings: Settings, content: RawContent) -> Summarise:
    """What makes a summary of the facts of a list's row."""
    words, amounts = words_of(settings), content.lists["amounts"].data
    newest = Amount.model_validate(amounts["brv"][0])
    spoken = (each for each in locales(str) if each.code == each.language)
    phrases = {each.code: Phrases(each, Words(words, each), newest) for each in spoken}
    spheres = {s["id"]: Localized.model_validate(s["name"]) for s in content.lists["spheres"].data}
    return summariser(phrases, spheres)


def changes_since(settings: Settings, revision: str, language: str) -> str:
    """What changed for citizens since a revision of git, as Markdown.

    Entries of the old content that are not as they should be today count as absent.
    Raises RevisionError; ContentError for wrong content of today.
    """
    after = register_of(settings)
    with TemporaryDirectory() as folder:
        old = content_at(revision, settings.root, Path(folder))
        before = check_content(load(old), Path(folder)).register
    if before is None:
        raise RevisionError(f"changes: the content of '{revision}' cannot be read")
    waiting: dict[str, dict[str, None]] = {}
    for work in work_of_translators(settings):
        waiting.setdefault(work.id, {})[work.language] = None
    variants = variants_of(settings)
    locale = next(each for each in variants if each.code == language)
    words = Words(words_of(settings), locale)
    site = Site(locale, variants, words, settings.base, settings.origin)

    def reader(register: Register) -> Read:
        passports = PassportPages(register, site, Phrases(locale, words, register.brv[0]))
        return lambda passport: transcript(passports.page(passport)) if passport else ()

    given = Summary(
        Phrases(locale, words, after.brv[0]),
        {identifier: tuple(languages) for identifier, languages in waiting.items()},
        reader(before),
        reader(after),
    )
    return markdown(compare(before, after), given)


def write_tools(settings: Settings) -> tuple[Path, ...]:
    """Write the files for the tools around the content; returns those that changed."""
    made = tools.files(register_of(settings).spheres)
    paths = {settings.root / name: text for name, text in made.items()}
    changed = {
        path: text
        for path, text in paths.items()
        if not path.exists() or path.read_text("utf-8") != text
    }
    for path, text in changed.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return tuple(changed)


def write_editors(settings: Settings, back_end: BackEnd) -> Path:
    """Write the editors' pages, which save through a back end of Decap; returns their folder.

    Raises ContentError and EditError.
    """
    out = settings.work / "editors"
    editors.write(out, register_of(settings), back_end, settings.root / "node_modules")
    return out


def work_of_translators(settings: Settings) -> tuple[Work, ...]:
    """Every translation that is older than its Uzbek text."""
    return tuple(outdated(*translations_of(settings)))


def record_translations(settings: Settings) -> int:
    """Bring content/translations.yml up to date with what editors wrote; gives what waits."""
    entries, store = translations_of(settings)
    _write_translations(settings, recorded(entries, store))
    return len(list(outdated(entries, store)))


def confirm_translation(settings: Settings, identifier: str, field: str, language: str) -> None:
    """Note that a translation agrees with its Uzbek text. Raises ConfirmError."""
    store = confirmed(*translations_of(settings), identifier, field, language)
    _write_translations(settings, store)


def format_content(settings: Settings) -> tuple[Path, ...]:
    """Write every file of the content in canonical form; returns those that changed.

    Raises ContentError when the content has problems: only what is understood is rewritten.
    """
    content = load(settings.content)
    register = sound(check_content(content, settings.root, errors_only=True))
    files: list[tuple[Path, Entry]] = [
        *zip((raw.path for raw in content.services), register.passports, strict=True),
        *((settings.content / f"covid-19/{s.id}.yml", s) for s in register.guidance),
        *(
            (settings.content / f"{name}.yml", list(getattr(register, field)))
            for name, field in _LISTS.items()
        ),
        (
            settings.content / "vocabulary.yml",
            {"documents": list(register.documents), "steps": list(register.steps)},
        ),
    ]
    texts = {path: canonical(entry) for path, entry in files}
    changed = {path: text for path, text in texts.items() if text != path.read_text("utf-8")}
    for path, text in changed.items():
        path.write_text(text, "utf-8")
    return tuple(changed)


def _write_translations(settings: Settings, store: Store) -> None:
    text = yaml.safe_dump(written(store), default_style=None, width=10**6)
    (settings.content / "translations.yml").write_text(text, "utf-8")
