"""Speech: what is said (pure) and, apart from it, the one place that speaks.

What is said, pure:
    script, script_passport, script_guides   a page → lines in listening order (`lines`)
    words                                    a line → words: no digits, signs, abbreviations
    words_uz, words_ru, words_en             the rules of a language, narrowest shape first
    numbers_*, dates_*, units_ru             numbers, codes and phones; dates and hours; units
    reading                                  what the languages share: scanner, shapes, marks
    russian                                  Russian cases, and what stands around a number
    lang_UZ                                  Uzbek numbers, a converter for num2words

How it is made:
    production    the story: narrate, judge, record, put beside the pages
    narration     a page's lines with their words, which name its track
    judge         which new sentences would be said wrong: `phonemes` asks, `gate` decides
    studio        speaks what is new, several at once: `voices`, `speak` (pyttsx3), `sound`
    encode        samples → Opus and MP3, and the check of both;  cues: WebVTT
    library       what was spoken and recorded before;  files: whole or not there
"""
