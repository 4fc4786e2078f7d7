"""The few errors that a stage may raise; only the command line turns them into exit codes."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """One finding in the content: where it stands, what is wrong and how to mend it."""

    file: Path
    line: int
    field: str
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.field}: {self.message}\n    → {self.remedy}"


class XizmatError(Exception):
    """Base of every error that Xizmat raises on purpose."""


class ContentError(XizmatError):
    """The content cannot become a register; holds every problem that was found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


class BuildError(XizmatError):
    """A stage of the build failed; the message names the stage and the file."""


class FormatError(XizmatError):
    """A file would not mean the same in canonical form."""


class SearchError(XizmatError):
    """The search engine could not be started, reached or filled; the old index stays."""


class SpeechError(XizmatError):
    """A sentence could not be spoken, or its sound is empty, cut off or silent."""


class PronunciationError(XizmatError):
    """Sentences that the voice would say wrong; each with its place and remedy."""


class DeployError(XizmatError):
    """A configuration for a server could not be written for this tree."""
