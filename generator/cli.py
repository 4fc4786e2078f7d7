"""The `xizmat` command: messages and exit codes; what can be asked stands in `commands/`."""

import sys

import click

from generator.commands import content, lists, publishing
from generator.errors import ContentError, XizmatError
from generator.settings import read_settings

_HINT = "In Uzbek or Russian: .venv/bin/xizmat check --lang uz"


@click.group(no_args_is_help=True)
@click.pass_context
def xizmat(context: click.Context) -> None:
    """Public services in plain words."""
    context.obj = read_settings()


for command in (*publishing.COMMANDS, *content.COMMANDS, *lists.COMMANDS):
    xizmat.add_command(command)


def main(arguments: list[str] | None = None) -> int:
    """Run one subcommand; 0 is success, 1 content or a stage at fault, 2 a wrong command line."""
    try:
        return xizmat.main(arguments, prog_name="xizmat", standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except ContentError as error:
        print(error, file=sys.stderr)
        print(f"Errors: {len(error.problems)}. Nothing was changed. {_HINT}", file=sys.stderr)
    except XizmatError as error:
        print(error, file=sys.stderr)
    except click.Abort:
        return 130
    return 1


if __name__ == "__main__":
    sys.exit(main())
