"""The judge of espeak's phonemes, on what espeak-ng 1.51 writes."""

import pytest

from audio.gate import Finding, findings

SOUND = [
    ("uz", "oʻn bir qirq sakkiz", "ˈon bˈyɾ qˈyɾq sˈækkyz"),
    ("uz", "ma'lumot san'at", "mæʔɫˈʊmɑt sˈænʔæt"),
    ("uz", "bir-biri", "bˈyɾbˈyɾy"),
    ("uz", "es em es", "ˈes ˈem ˈes"),
    ("ru", "май гов уз", "mˈɑj ɡˈof ˈus"),
    ("ru", "теперь борьбы", "tʲipʲˈerɪ^ bʌrɪ^bˈy"),
    ("ru", "с ним в доме", "s nʲˈim v dˈomʲi"),
    ("en", "idea of the rhythm", "aɪdˈiəɹ ɒvðə ɹˈɪðəm"),
    ("en", "you ess dollars", "juː ˈɛs dˈɒləz"),
    ("en", "easy essay, child's ivy", "ˈiːzi ˈɛseɪ\ntʃˈaɪldz ˈaɪvi"),
    ("en", "forty-eight", "fˈɔːtiˈeɪt"),
]
FAULTY = [
    ("uz", "Windows", "(en)dˈʌbəljˌuː(uz) ˈi ˈen dˈe ˈɑ (en)dˈʌbəljˌuː(uz) ˈes", "switch", "(en)"),
    ("uz", "maʼlumot", "ˈem ˈæ (en)ɪdʒˈɛktɪv(uz) ˈeɫ ʊ ˈem ˈɑ tˈe", "letter", "ʼ in maʼlumot"),
    ("uz", "maʼlumot", "ˈem ˈæ (en)ɪdʒˈɛktɪv(uz) ˈeɫ ʊ ˈem ˈɑ tˈe", "switch", "(en)"),
    ("uz", "yakka kv metr", "jˈækkæ kˌaʋˈe mˈetɾ", "spelled", "kv"),
    ("uz", "SMS keldi", "ˌesˌemˈes kˈeɫdy", "spelled", "SMS"),
    ("uz", "BHMning", "bˌehˈa mnˈyŋ", "spelled", "BHMning"),
    ("uz", "STIR", "stˈyɾ", "spelled", "STIR"),
    ("uz", "24 mart", "ˈykkytˈoɾt mˈæɾt", "digit", "24"),
    ("uz", "яхши", "jˈæχʃy", "letter", "я in яхши"),
    ("uz", "besh %", "bˈeʃ", "sign", "%"),
    ("ru", "Click открыт", "(en)klˈɪk(ru) ʌtkrˈyt", "switch", "(en)"),
    ("ru", "к вам", "kˈɑ vˈɑm", "spelled", "к"),
    ("ru", "БРВ растёт", "bˌɛˌɛrvˈɛ rʌstʲˈɵt", "spelled", "БРВ"),
    ("ru", "кв метр", "kˌɑvˈɛ mʲˈetr", "spelled", "кв"),
    ("ru", "в 2020 году", "v dvʲˈe tˈysʲʌdʒʲ dvˈɑttsʌtʲ ɡˈodu", "digit", "2020"),
    ("ru", "№ пять", "nˈomer pʲˈatʲ", "sign", "№"),
    ("en", "BRV", "bˌiːˌɑːvˈiː", "spelled", "BRV"),
    ("en", "brv", "bˌiːˌɑːvˈiː", "spelled", "brv"),
    ("en", "the sms code", "ðɪ ˌɛsˌɛmˈɛs kˈəʊd", "spelled", "sms"),
    ("en", "a pdf", "ɐ pˌiːdˌiːˈɛf", "spelled", "pˌiːdˌiːˈɛf"),
    ("en", "24 hours", "twˈɛnti fˈɔː ˈaʊəz", "digit", "24"),
    ("en", "café", "kafˈeɪ", "letter", "é in café"),
    ("en", "шар", "(ru)ʃˈar(en)", "switch", "(ru)"),
]


@pytest.mark.parametrize(("language", "sentence", "ipa"), SOUND)
def test_a_sound_sentence_has_no_findings(language: str, sentence: str, ipa: str) -> None:
    assert findings(sentence, language, ipa) == ()


@pytest.mark.parametrize(("language", "sentence", "ipa", "kind", "detail"), FAULTY)
def test_a_fault_is_found(language: str, sentence: str, ipa: str, kind: str, detail: str) -> None:
    assert (kind, detail) in [
        (found.kind, found.detail) for found in findings(sentence, language, ipa)
    ]


def test_words_that_do_not_line_up_with_sounds_are_judged_together() -> None:
    assert findings("u kv metr", "uz", "ʊkˌaʋˈe mˈetɾ") == (Finding("spelled", "u kv metr"),)


def test_the_own_voice_is_no_switch() -> None:
    assert findings("so on", "en", "(en)sˈəʊ(en-gb) ˈɒn") == ()
