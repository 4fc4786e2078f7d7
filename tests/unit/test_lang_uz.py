# ruff: noqa: ANN201, PT009, PT027
"""Tests of the Uzbek converter, written as num2words writes its own, to be offered with it."""

from unittest import TestCase

from audio.lang_UZ import Num2Word_UZ

CARDINALS = (
    (0, "nol"),
    (7, "yetti"),
    (10, "oʻn"),
    (19, "oʻn toʻqqiz"),
    (64, "oltmish toʻrt"),
    (100, "bir yuz"),
    (305, "uch yuz besh"),
    (1000, "bir ming"),
    (2020, "ikki ming yigirma"),
    (10**6, "bir million"),
    (1_000_000_001, "bir milliard bir"),
    (-5, "minus besh"),
)
DECIMALS = (
    ("-0,5", "minus nol butun oʻndan besh"),
    (4.5, "toʻrt butun oʻndan besh"),
    ("1.35", "bir butun yuzdan oʻttiz besh"),
    ("0.05", "nol butun yuzdan besh"),
    ("0.125", "nol butun mingdan bir yuz yigirma besh"),
    ("12.0005", "oʻn ikki butun oʻn mingdan besh"),
)
ORDINALS = (
    (1, "birinchi"),
    (2, "ikkinchi"),
    (4, "toʻrtinchi"),
    (6, "oltinchi"),
    (7, "yettinchi"),
    (20, "yigirmanchi"),
    (30, "oʻttizinchi"),
    (40, "qirqinchi"),
    (50, "ellikinchi"),
    (100, "bir yuzinchi"),
    (1991, "bir ming toʻqqiz yuz toʻqson birinchi"),
)


class Num2WordsUZTest(TestCase):
    def setUp(self):
        self.converter = Num2Word_UZ()

    def test_to_cardinal(self):
        for number, words in CARDINALS:
            self.assertEqual(self.converter.to_cardinal(number), words)

    def test_to_cardinal_of_decimals(self):
        for number, words in DECIMALS:
            self.assertEqual(self.converter.to_cardinal(number), words)

    def test_to_ordinal(self):
        for number, words in ORDINALS:
            self.assertEqual(self.converter.to_ordinal(number), words)

    def test_to_ordinal_num(self):
        self.assertEqual(self.converter.to_ordinal_num(24), "24-")

    def test_only_whole_numbers_from_zero_have_an_order(self):
        for number in (-1, 1.5):
            with self.assertRaises(TypeError):
                self.converter.to_ordinal(number)

    def test_to_year(self):
        self.assertEqual(self.converter.to_year(2020), "ikki ming yigirmanchi yil")
        self.assertEqual(self.converter.to_year(-5), "miloddan avvalgi beshinchi yil")

    def test_to_currency(self):
        self.assertEqual(self.converter.to_currency(3.5, "UZS"), "uch soʻm, ellik tiyin")
        self.assertEqual(self.converter.to_currency(-100, "USD"), "minus bir dollar, nol sent")
        self.assertEqual(
            self.converter.to_currency(120005, "EUR"), "bir ming ikki yuz yevro, besh sent"
        )

    def test_too_large(self):
        with self.assertRaises(OverflowError):
            self.converter.to_cardinal(10**33)
