"""The few errors that a stage may raise; only the command line turns them into exit codes."""

from dataclasses import dataclass, field
from pathlib import Path

from generator.messages import Said, said, severity

Location = tuple[str | int, ...]
"""The way to a value inside a file: keys and places in lists."""


@dataclass(frozen=True)
class Finding:
    """What a rule found: where in the file, which kind (a code of messages.yml), its blanks."""

    location: Location
    code: str
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, order=True)
class Problem:
    """One finding in the content, with its place; its words stand in messages.yml by `code`."""

    file: Path
    line: int
    field: str
    code: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> str:
        """`error` stops a merge and a build, `warning` does not."""
        return severity(self.code)

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return self.said("en").message

    @property
    def remedy(self) -> str:
        """How to mend it, in English."""
        return self.said("en").remedy

    def said(self, language: str) -> Said:
        """What is wrong, why it matters and how to mend it."""
        return said(self.code, dict(self.values), language)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.field}: {self.message}\n    → {self.remedy}"


class XizmatError(Exception):
    """Base of every error that Xizmat raises on purpose."""


class ContentError(XizmatError):
    """The content cannot become a register; holds every problem that was found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


class SettingError(XizmatError):
    """A setting in the environment cannot be understood."""


class BuildError(XizmatError):
    """A stage of the build failed; the message names the stage and the file."""


class FetchError(XizmatError):
    """A register at an address cannot be fetched, or is not what its name says."""


class FormatError(XizmatError):
    """A file would not mean the same in canonical form."""


class SearchError(XizmatError):
    """The search engine could not be started, reached or filled; the old index stays."""


class TableError(XizmatError):
    """A list of services cannot be read at all; `problem` says why, in each language."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


class RevisionError(XizmatError):
    """An earlier state of the content cannot be read from git."""


class ConfirmError(XizmatError):
    """A translation cannot be confirmed: no such text."""


class SpellingError(XizmatError):
    """The dictionaries or the list of our own words cannot be read."""


class SpeechError(XizmatError):
    """A sentence could not be spoken, or its sound is empty, cut off or silent."""


class PronunciationError(XizmatError):
    """Sentences that the voice would say wrong; each with its place and remedy."""


class DeployError(XizmatError):
    """A configuration for a server could not be written for this tree."""


class EditError(XizmatError):
    """The editors' form cannot be made or served."""
