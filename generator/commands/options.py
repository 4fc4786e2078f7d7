"""Options that several commands share."""

import click

from generator.model import LANGUAGES

LANG = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="Language of what is said.",
)
