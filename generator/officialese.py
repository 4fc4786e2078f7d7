"""Words of offices and what people say instead, and how each language forms its passive.

Stems are matched from the beginning of a word, so that one entry meets all its endings.
Where the lists come from: plainlanguage.gov and GOV.UK ("words to avoid") for English, the
bureaucratic turns that Nora Gal's "Слово живое и мёртвое" collects for Russian, and our own
reading of lex.uz and my.gov.uz for Uzbek.
"""

import re
from collections.abc import Mapping

INSTEAD: Mapping[str, Mapping[str, str]] = {
    "en": {
        "in accordance with": "by, under",
        "pursuant to": "under",
        "prior to": "before",
        "subsequent to": "after",
        "in order to": "to",
        "in the event of": "if",
        "in the event that": "if",
        "with regard to": "about",
        "with respect to": "about",
        "in respect of": "about, for",
        "for the purpose of": "to, for",
        "in connection with": "about, for",
        "on the basis of": "by, from",
        "by means of": "by, with",
        "is entitled to": "may, has the right to",
        "shall": "must",
        "hereby": "leave it out",
        "thereof": "of it",
        "therein": "in it",
        "herein": "here",
        "aforementioned": "this",
        "notwithstanding": "even if",
        "utilis": "use",
        "utiliz": "use",
        "commence": "start",
        "terminate": "end",
        "facilitat": "help",
        "endeavour": "try",
        "furnish": "give",
        "implementation of": "doing (name the verb)",
        "carrying out of": "doing (name the verb)",
        "in the amount of": "of",
        "in writing form": "in writing",
    },
    "ru": {
        "в соответствии с": "по",
        "осуществля": "делать, вести (назовите действие глаголом)",
        "осуществлени": "назовите действие глаголом",
        "в целях": "чтобы",
        "с целью": "чтобы",
        "в случае если": "если",
        "в случае, если": "если",
        "в установленном порядке": "скажите, как именно",
        "в порядке, установленном": "скажите, как именно",
        "является": "поставьте тире или глагол",
        "являются": "поставьте тире или глагол",
        "данный": "этот",
        "данная": "эта",
        "данное": "это",
        "вышеуказанн": "этот",
        "нижеуказанн": "такой",
        "надлежащ": "правильный, нужный",
        "посредством": "через",
        "производится": "делают (кто?)",
        "производятся": "делают (кто?)",
        "предоставлени": "дать, получить (глаголом)",
        "по истечении": "после",
        "в отношении": "о, для",
        "путём подачи": "подайте",
        "путем подачи": "подайте",
        "во исполнение": "по",
        "ввиду": "из-за",
        "вследствие": "из-за",
        "в рамках": "в, по",
        "на предмет": "о",
        "уведомля": "сообщать",
        "уполномоченн": "назовите, кто",
        "при условии": "если",
        "имеет право": "может",
        "имеют право": "могут",
    },
    "uz": {
        "amalga oshir": "qilmoq (ishni feʼl bilan ayting)",
        "amalga oshadi": "boʻladi",
        "ga muvofiq": "boʻyicha",
        "muvofiq ravishda": "boʻyicha",
        "mazkur": "bu, shu",
        "ushbu": "bu, shu",
        "belgilangan tartibda": "qanday ekanini ayting",
        "tegishli tartibda": "qanday ekanini ayting",
        "qonunchilikda belgilangan": "qaysi qoida ekanini ayting",
        "taqdim et": "bering, koʻrsating",
        "taqdim qil": "bering, koʻrsating",
        "vositasida": "orqali, bilan",
        "yuzasidan": "haqida",
        "doirasida": "ichida, boʻyicha",
        "maqsadida": "uchun",
        "taqdirda": "boʻlsa",
        "lozim": "kerak",
        "zarur": "kerak",
        "yuqorida qayd etilgan": "bu, shu",
        "yuqorida koʻrsatilgan": "bu, shu",
        "nazarda tutilgan": "aytilgan, bor",
        "taʼminlash": "ishni feʼl bilan ayting",
        "vakolatli": "kim ekanini ayting",
        "hamda": "va",
        "mavjud": "bor",
        "xabardor qil": "xabar bering",
    },
}
"""Language → office word or stem → what to say."""

PASSIVE: Mapping[str, re.Pattern[str]] = {
    # A form of "be", perhaps an adverb, then a participle; the irregular ones are listed.
    "en": re.compile(
        r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+|not\s+)?"
        r"(?:\w{2,}ed|given|taken|made|done|held|kept|paid|sent|shown|written|known|issued|"
        r"drawn|found|sold|bought|built|cut|put|set|told|chosen|withdrawn)\b",
        re.IGNORECASE,
    ),
    # "быть" with a short participle, and the reflexive verbs that offices like best.
    "ru": re.compile(
        r"\b(?:был[аои]?|будет|будут|быть)\s+\w+(?:ан|ен|ён|ян)[аоы]?\b"
        r"|\b\w+(?:ивается|ываются|ывается|иваются|ируется|ируются|ляется|ляются)\b",
        re.IGNORECASE,
    ),
    # The passive suffixes -il-, -in- before the endings of a finite verb.
    "uz": re.compile(r"\b\w{3,}(?:il|in)(?:adi|gan|di|moqda|ishi)\b", re.IGNORECASE),
}
