"""What a typed question means. Pure, and answered without the engine.

`reading` is the way in: it reads each word in the `spellings` and `layouts` people use, by the
`lexicon` of known words; `ranking` says which entries are meant.
"""
