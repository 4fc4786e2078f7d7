"""WebVTT: one cue a sentence; its identifier is the id of the sentence's element on the page."""

from collections.abc import Sequence

from audio.lines import Line


def webvtt(lines: Sequence[Line], starts: Sequence[float], seconds: float) -> str:
    """Cues that follow one another without a gap from 0 to the end of the track.

    `starts` has the second at which each line begins, `seconds` the length of the track.
    """
    ends = (*starts[1:], seconds)
    cues = (
        f"{line.element}\n{_clock(start)} --> {_clock(end)}\n{_escaped(line.text)}\n"
        for line, start, end in zip(lines, starts, ends, strict=True)
    )
    return "\n".join(["WEBVTT\n", *cues])


def _clock(seconds: float) -> str:
    minutes, milliseconds = divmod(round(seconds * 1000), 60_000)
    return f"{minutes:02}:{milliseconds // 1000:02}.{milliseconds % 1000:03}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
