"""What editors and translators ask of the content."""

from contextlib import suppress
from datetime import UTC, datetime

import click

from generator import report
from generator.commands.options import LANG
from generator.editing import checking, summary, translating, writing
from generator.editors import serve
from generator.exports import coverage as coverages
from generator.settings import Settings
from generator.translations import TRANSLATED


@click.command()
@LANG
@click.option("--format", "form", type=click.Choice(list(report.FORMATS)), default="text")
@click.option("--since", metavar="BASE", default="", help="Only warnings of files changed since.")
@click.pass_obj
def check(settings: Settings, lang: str, form: str, since: str) -> int:
    """Check the content and say everything that is wrong with it; errors give exit code 1."""
    checked = checking.findings(settings, datetime.now(UTC).date())
    if since:
        checked = checking.since(settings, since, checked)
    if text := report.FORMATS[form](checked.problems, lang):
        print(text)
    if form == "text":
        if checked.register and not since:
            print(coverages.summary(checked.register))
        print(report.totals(checked, lang))
    return 1 if checked.errors else 0


@click.command()
@click.pass_obj
def plain(settings: Settings) -> None:
    """Review every text for plain language and spelling; nothing is refused."""
    table, path = checking.review_texts(settings)
    print(f"{table}\nEvery text with its hints: {path}")


@click.command("format")
@click.pass_obj
def format_files(settings: Settings) -> None:
    """Write every content file in canonical form, and note which translations agree."""
    for path in writing.format_content(settings):
        print(path)
    translating.record_translations(settings)


@click.command()
@click.pass_obj
def coverage(settings: Settings) -> None:
    """Write docs/register.md: how much of the register is filled from sources."""
    print(checking.write_coverage(settings))


@click.command()
@click.argument("base")
@LANG
@click.pass_obj
def changes(settings: Settings, base: str, lang: str) -> None:
    """Say what changed for citizens since BASE, a revision of git, as Markdown."""
    print(summary.changes_since(settings, base, lang))


@click.command()
@click.argument("action", type=click.Choice(("show", "confirm", "record")), default="show")
@click.argument("identifier", metavar="[ID]", default="")
@click.option("--field", default="", help="Such as summary, cost.text or steps.0.")
@click.option("--lang", type=click.Choice(TRANSLATED), help="The translation; without it both.")
@click.pass_obj
def translations(
    settings: Settings, action: str, identifier: str, field: str, lang: str | None
) -> None:
    """Show the work of translators; `confirm` says that a text agrees, `record` notes edits."""
    if action == "record":
        translating.record_translations(settings)
    elif action == "confirm":
        if not identifier or not field:
            raise click.UsageError("confirm needs an ID and --field, such as --field summary")
        for language in [lang] if lang else TRANSLATED:
            translating.confirm_translation(settings, identifier, field, language)
    print(report.work(translating.work_of_translators(settings, identifier)))


@click.command()
@click.pass_obj
def schema(settings: Settings) -> None:
    """Write JSON Schemas, VS Code's settings and CODEOWNERS anew; names those that changed."""
    for path in writing.write_tools(settings):
        print(path)


@click.command()
@click.pass_obj
def edit(settings: Settings) -> None:
    """Serve the editors' form on this machine; with EDIT_BACKEND only write it, to be published."""
    if settings.edit_backend:
        print(writing.write_editors(settings, serve.published(settings.edit_backend)))
        return
    modules = settings.root / "node_modules"
    with serve.local(settings.root, modules, settings.port) as back_end:
        folder = writing.write_editors(settings, back_end)
        print(f"http://127.0.0.1:{settings.port}/ (end with Ctrl+C)", flush=True)
        with suppress(KeyboardInterrupt):
            serve.server(folder, settings.port).serve_forever()


COMMANDS = (check, format_files, edit, translations, changes, plain, coverage, schema)
