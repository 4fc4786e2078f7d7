"""What a cell says → the value of a field. Nothing is guessed: what is not understood is None."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from generator import uzbek

Value = str | dict[str, str] | list[str]
"""As a content file holds it once it is read: every scalar is text."""

_FREE = "bepul|tekin|toʻlovsiz|бесплатн\\w*|безвозмездн\\w*|free(?: of charge)?"
_SOUM = "soʻm|soum|sum|uzs|сум(?:ов|а)?"
_BRV = "bhm|brv|брв|bazaviy hisoblash miqdori\\w*|базов\\w+ расч[её]тн\\w+ величин\\w*"
_PERCENT = "%|foiz\\w*|процент\\w*|percent"
_WHOLE = r"\d{1,3}(?:[ .,']\d{3})+|\d+"
_PART = r"\d+(?:[.,]\d+)?"
_PRICES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], dict[str, str]]], ...] = (
    (re.compile(rf"(?:{_FREE})|0(?: ?(?:{_SOUM}))?"), lambda _: {"free": "true"}),
    (
        re.compile(rf"({_WHOLE})(?:[.,]00?)? ?(?:{_SOUM})"),
        lambda m: {"soum": re.sub(r"\D", "", m[1])},
    ),
    (
        re.compile(
            rf"({_PART}) ?(?:{_PERCENT}) ?(?:{_BRV})|(?:{_BRV})\w* ({_PART}) ?(?:{_PERCENT})\w*"
        ),
        lambda m: {"brv": _decimal(m[1] or m[2], 100)},
    ),
    (
        re.compile(
            rf"({_PART}) ?(?:baravar\w* )?(?:{_BRV})|(?:{_BRV})\w* ({_PART}) (?:bara|baro)\w*"
        ),
        lambda m: {"brv": _decimal(m[1] or m[2], 1)},
    ),
)  # fmt: skip
_UNITS = (
    ("working_days", r"ish kun\w*|рабоч\w+ (?:дн\w+|день)|working days?|business days?"),
    ("days", r"(?:kalendar )?kun\w*|(?:календарн\w+ )?(?:дн\w+|день)|(?:calendar )?days?|sutka"),
    ("minutes", r"daqiqa\w*|минут\w*|minutes?|min"),
    ("hours", r"soat\w*|час\w*|hours?"),
    ("months", r"oy(?:da|dan|gacha)?|месяц\w*|months?"),
)
_INSTANT = re.compile(
    r"darhol|bir zumda|shu zahoti|real vaqt\w*(?: rejimida)?|onlayn|instant(?:ly)?|at once"
    r"|(?:in )?real time|сразу|мгновенно|незамедлительно|(?:в )?(?:режиме )?реально\w+ времени"
)
_AROUND = re.compile(
    r"^(?:до|в течение|не более|up to|within|koʻpi bilan|срок) |"
    r" (?:gacha|ichida|mobaynida|davomida|muddatda)$|\([^)]*\)"
)
_PEOPLE = re.compile(
    r"jismoniy|fuqaro|физическ|\bфл\b|физ\.? ?л|граждан|individual|citizen|natural person"
)
_BODIES = re.compile(
    r"yuridik|tadbirkor|юридическ|\bюл\b|юр\.? ?л|предприним|legal|business|entrepren"
)
_ALL = re.compile(r"both|barcha\w*|hamma\w*|все\w*|everyone|all")
_YES = re.compile(
    r"ha|bor|kerak|talab (?:qilinadi|etiladi)|да|есть|нужна|требуется|yes|true|\+|1|required"
)
_NO = re.compile(
    r"yoʻq|kerak emas|talab (?:qilinmaydi|etilmaydi)|нет|не нужна|не требуется"
    r"|no|false|[-–—]|0|not-required"
)
_MODES = (
    (
        "semi-automatic",
        re.compile(r"semi-automatic|yarim ?avtomat\w*|полуавтомат\w*|semi-?automated"),
    ),
    ("automatic", re.compile(r"automatic|avtomat\w*|автомат\w*|automated")),
    ("none", re.compile(r"none|oflayn|offline|оффлайн|офлайн|onlayn emas|не онлайн|anʼanaviy")),
)  # fmt: skip
_STATES = (
    (
        "offered",
        re.compile(r"offered|amalda|koʻrsatilmoqda|faol|действует|оказывается|активн\w+|active"),
    ),
    ("planned", re.compile(r"planned|rejada|rejalashtirilgan|планируется|запланирован\w*")),
    (
        "withdrawn",
        re.compile(r"withdrawn|bekor qilingan|toʻxtatilgan|отмен\w+|прекращ\w+|abolished"),
    ),
)  # fmt: skip


def price(text: str) -> dict[str, str] | None:
    """`{"free": "true"}`, `{"soum": "412000"}` or `{"brv": "0.5"}`; None for what is less plain."""
    for pattern, value in _PRICES:
        if match := pattern.fullmatch(_small(text)):
            return value(match)
    return None


def amount(text: str, unit: str) -> dict[str, str] | None:
    """The price of a column whose heading names the unit, `soum` or `brv`."""
    small = _small(text)
    if unit == "brv" and re.fullmatch(_PART, small):
        return {"brv": _decimal(small, 1)}
    if unit == "soum" and re.fullmatch(rf"(?:{_WHOLE})(?:[.,]00?)?", small):
        return price(f"{small} soʻm")
    return price(text)


def term(text: str) -> dict[str, str] | None:
    """`{"number": "5", "unit": "working_days"}`; words such as "up to" change nothing."""
    small = _small(text)
    if _INSTANT.fullmatch(small) or small == "instant":
        return {"unit": "instant"}
    while (shorter := " ".join(_AROUND.sub(" ", small).split())) != small:
        small = shorter
    for unit, words in _UNITS:
        if match := re.fullmatch(rf"([1-9]\d{{0,3}})(?:-| )?(?:{words})", small):
            return {"number": match[1], "unit": unit}
    return None


def who(text: str) -> str | None:
    """`individuals`, `legal-entities` or `both`."""
    small = _small(text)
    people, bodies = bool(_PEOPLE.search(small)), bool(_BODIES.search(small))
    if _ALL.fullmatch(small) or (people and bodies):
        return "both"
    return "individuals" if people else "legal-entities" if bodies else None


def yes_or_no(text: str) -> bool | None:
    """What a cell of ticks says."""
    small = _small(text)
    return True if _YES.fullmatch(small) else False if _NO.fullmatch(small) else None


def signature(text: str) -> str | None:
    """Whether a digital signature is asked for."""
    needed = yes_or_no(text)
    return None if needed is None else "required" if needed else "not-required"


def flag(text: str) -> str | None:
    """`true` or `false`."""
    given = yes_or_no(text)
    return None if given is None else str(given).lower()


def free(text: str) -> dict[str, str] | None:
    """A tick in a column "free"; a service that is not free has no price by that alone."""
    given = yes_or_no(text)
    return {"free": "true"} if given else {} if given is False else price(text)


def mode(text: str) -> str | None:
    """How the portal gives the service."""
    return _first(text, _MODES)


def status(text: str) -> str | None:
    """`offered`, `planned` or `withdrawn`."""
    return _first(text, _STATES)


def number(text: str) -> str | None:
    """A whole number from 1."""
    return text if re.fullmatch(r"[1-9]\d{0,8}", text) else None


def line(text: str, language: str) -> str:
    """A text on one line; Uzbek in Latin letters with the proper apostrophes."""
    one = " ".join(text.split())
    return uzbek.to_latin(one) if language == "uz" else one


def name(text: str, language: str) -> str:
    """A name, without the marks that lists set behind it."""
    return line(text, language).rstrip(" .,;:")


def lines(text: str, language: str) -> list[str]:
    """The entries of a cell that lists them: one a line, or parted by semicolons; no numbering."""
    parts = text.split("\n") if "\n" in text else text.split(";")
    bare = (re.sub(r"^(?:\d{1,2}[.)]|[-–—•*]) ?", "", part.strip()) for part in parts)
    return [line(part, language).rstrip(" ;") for part in bare if part]


SIMPLE: Mapping[str, Callable[[str], Value | None]] = {
    "portal_id": number,
    "cost": price,
    "cost.free": free,
    "cost.soum": lambda text: amount(text, "soum"),
    "cost.brv": lambda text: amount(text, "brv"),
    "cost.online_payment": flag,
    "term": term,
    "term.days": lambda text: term(f"{text} kun" if text.isdigit() else text),
    "term.working_days": lambda text: term(f"{text} ish kuni" if text.isdigit() else text),
    "audience.who": who,
    "online.mode": mode,
    "online.eds": signature,
    "status": status,
}
"""Field → how its cell is read."""


def read(field: str, text: str) -> Value | None:
    """What a cell of a field says, in any language and script; None where it is unclear."""
    meaning = SIMPLE[field](text)
    return SIMPLE[field](uzbek.to_latin(text)) if meaning is None else meaning


def _small(text: str) -> str:
    return " ".join(uzbek.normalise(text).lower().split()).rstrip(".")


def _decimal(text: str, divisor: int) -> str:
    return format((Decimal(text.replace(",", ".")) / divisor).normalize(), "f")


def _first(text: str, kinds: tuple[tuple[str, re.Pattern[str]], ...]) -> str | None:
    small = _small(text)
    return next((name for name, pattern in kinds if pattern.fullmatch(small)), None)
