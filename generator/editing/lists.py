"""Lists that ministries send: taken into the register, or compared."""

from datetime import date, timedelta
from pathlib import Path

from generator.check import check as check_content
from generator.comparing.compare import compare as compare_services
from generator.comparing.compare import knowledge
from generator.comparing.show import Named
from generator.editing.translating import record_translations
from generator.errors import ContentError
from generator.imports.plan import Origin, Plan, Summarise
from generator.imports.prepare import prepare
from generator.imports.summary import summariser
from generator.imports.write import put_files
from generator.inputs import words_of
from generator.load import RawContent, load
from generator.locales import locales
from generator.lock import only_one
from generator.model import Amount, Localized
from generator.phrases import Phrases
from generator.settings import Settings
from generator.tables.columns import Map, headed
from generator.tables.read import read
from generator.tables.table import refuse
from generator.validate import validate
from generator.words import Words


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
