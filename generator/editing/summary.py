"""What changed for citizens since a revision of git."""

from pathlib import Path
from tempfile import TemporaryDirectory

from generator.change_report import Read, Summary, markdown
from generator.changes import compare
from generator.check import check as check_content
from generator.editing.translating import work_of_translators
from generator.errors import RevisionError
from generator.inputs import (
    register_of,
    variants_of,
    words_of,
)
from generator.load import load
from generator.model import Register
from generator.phrases import Phrases
from generator.revision import content_at
from generator.settings import Settings
from generator.transcript import transcript
from generator.views.page import Site
from generator.views.passport import PassportPages
from generator.words import Words


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
