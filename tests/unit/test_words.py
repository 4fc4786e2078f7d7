"""Sentences and what is said for them, in the three languages."""

from pathlib import Path

import pytest
import yaml

from audio.gate import findings
from audio.lang_UZ import Num2Word_UZ
from audio.numbers_uz import with_ending
from audio.words import Language, pronunciations_from, spoken

LIST = Path(__file__).parents[2] / "content" / "pronunciations.yml"
FORMS = {
    "uz": {
        "24/7": "kecha-yu kunduz",
        "AJ": "aksiyadorlik jamiyati",
        "AQSH dollari": "Amerika dollari",
        "BHM": "bazaviy hisoblash miqdori",
        "COVID-19": "kovid oʻn toʻqqiz",
        "ERI": "elektron raqamli imzo",
        "Face ID": "feys ay di",
        "FHDYo": "fuqarolik holati dalolatnomalarini yozish",
        "GS1": "ji es bir",
        "ID": "ay di",
        "IIV": "Ichki ishlar vazirligi",
        "IMEI": "imey",
        "JSHSHIR": "jismoniy shaxsning shaxsiy identifikatsiya raqami",
        "lex": "leks",
        "MChJ": "masʼuliyati cheklangan jamiyat",
        "Mobile-ID": "mobayl ay di",
        "my": "may",
        "OneID": "van ay di",
        "Payme": "peymi",
        "QQS": "qoʻshilgan qiymat soligʻi",
        "QR": "kyu ar",
        "STIR": "soliq toʻlovchining identifikatsiya raqami",
        "VMQ": "Vazirlar Mahkamasining qarori",
        "Wi-Fi": "vay fay",
        "Windows": "vindous",
        "YaTT": "yakka tartibdagi tadbirkor",
        "ЭЦП": "elektron raqamli imzo",
    },
    "ru": {
        "COVID-19": "ковид девятнадцать",
        "IMEI": "имей",
        "my": "май",
        "OneID": "уан ай ди",
        "QR": "кью ар",
        "SIM": "сим",
        "ЗАГС": "загс",
        "и т. д.": "и так далее",
        "ПИНФЛ": "пинфл",
        "США": "сэ ша а",
        "ФИО": "фио",
    },
    "en": {
        "24/7": "round the clock",
        "COVID-19": "covid nineteen",
        "e.g.": "for example",
        "EDS": "electronic digital signature",
        "of BRV": "of the base calculation value",
        "OneID": "one eye dee",
        "PINFL": "personal identification number",
        "soum": "soom",
        "TIN": "taxpayer identification number",
        "uz": "you zed",
        "VAT": "value added tax",
        "Wi-Fi": "why fie",
    },
}

UZ = [
    ("yiliga 1 marta", "yiliga bir marta"),
    ("5 maydon", "besh maydon"),
    ("5 mayda, 5-maydagi", "beshinchi mayda, beshinchi maydagi"),
    ("1–11-sinflar uchun", "birinchidan oʻn birinchigacha sinflar uchun"),
    ("2022–2023-yillarda", "ikki ming yigirma ikkinchi va ikki ming yigirma uchinchi yillarda"),
    ("2–3-bandlar", "ikkinchidan uchinchigacha bandlar"),
    ("2019/20 oʻquv yili", "ikki ming oʻn toʻqqizinchi yigirmanchi oʻquv yili"),
    ("2019/2020-oʻquv yilida", "ikki ming oʻn toʻqqizinchi ikki ming yigirmanchi oʻquv yilida"),
    ("2020-yil 24-mart", "ikki ming yigirmanchi yil yigirma toʻrtinchi mart"),
    (
        "Qaror 2020-yil 24-martdan kuchda.",
        "Qaror ikki ming yigirmanchi yil yigirma toʻrtinchi martdan kuchda.",
    ),
    ("2020 yil 24 mart", "ikki ming yigirmanchi yil yigirma toʻrtinchi mart"),
    ("24.03.2020", "ikki ming yigirmanchi yil yigirma toʻrtinchi mart"),
    ("24.03.2020dan", "ikki ming yigirmanchi yil yigirma toʻrtinchi martdan"),
    ("2020-03-24", "ikki ming yigirmanchi yil yigirma toʻrtinchi mart"),
    ("2020-yilda", "ikki ming yigirmanchi yilda"),
    ("2020-yilgi hisobot", "ikki ming yigirmanchi yilgi hisobot"),
    ("2020–2022-yillarda", "ikki ming yigirmanchi ikki ming yigirma ikkinchi yillarda"),
    (
        "2022–2023-yillardagi qoidalar",
        "ikki ming yigirma ikkinchi va ikki ming yigirma uchinchi yillardagi qoidalar",
    ),
    ("2018-2019-oʻquv yili", "ikki ming oʻn sakkizinchi ikki ming oʻn toʻqqizinchi oʻquv yili"),
    ("2026 y.", "ikki ming yigirma oltinchi yil"),
    ("2020 йил 24 март", "ikki ming yigirmanchi yil yigirma toʻrtinchi mart"),
    ("5-bandga", "beshinchi bandga"),
    ("1-avgustdan", "birinchi avgustdan"),
    ("18 yoshgacha", "oʻn sakkiz yoshgacha"),
    ("30 foizi", "oʻttiz foizi"),
    ("3 tadan", "uch tadan"),
    ("3-tadan", "uch tadan"),
    ("3 ish kuni", "uch ish kuni"),
    ("15 kunlik", "oʻn besh kunlik"),
    ("75-yilligi", "yetmish besh yilligi"),
    ("1- va 3-turdagi", "birinchi va uchinchi turdagi"),
    ("10-, 11-sinflar", "oʻninchi, oʻn birinchi sinflar"),
    ("5–10 kun ichida", "beshdan oʻngacha kun ichida"),
    ("10–50 mahsulot uchun", "oʻndan ellikkacha mahsulot uchun"),
    ("20–40 foizi", "yigirmadan qirqqacha foizi"),
    ("5–25-iyunda", "beshinchi iyundan yigirma beshinchi iyungacha"),
    ("20-iyun – 31-iyulda", "yigirmanchi iyundan oʻttiz birinchi iyulgacha"),
    ("1–15-avgustdagi qabul", "birinchi oʻn beshinchi avgustdagi qabul"),
    ("mart–iyunda", "mart-iyunda"),
    ("1 234 567 soʻm", "bir million ikki yuz oʻttiz toʻrt ming besh yuz oltmish yetti soʻm"),
    ("1 000 000 soʻmgacha", "bir million soʻmgacha"),
    ("0,5 BHM", "nol butun oʻndan besh bazaviy hisoblash miqdori"),
    ("1,35 BHM turadi", "bir butun yuzdan oʻttiz besh bazaviy hisoblash miqdori turadi"),
    ("4,5 %i", "toʻrt butun oʻndan besh foizi"),
    ("BHMning 89% i", "bazaviy hisoblash miqdorining sakson toʻqqiz foizi"),
    ("30 %", "oʻttiz foiz"),
    ("100%li", "bir yuz foizli"),
    ("0,25 %", "nol butun yuzdan yigirma besh foiz"),
    ("1.5", "bir butun oʻndan besh"),
    ("025", "nol yigirma besh"),
    ("-5 °C", "minus besh daraja"),
    ("$100", "bir yuz dollar"),
    ("1,5 mln soʻm", "bir butun oʻndan besh million soʻm"),
    ("20 kVt dan katta", "yigirma kilovattdan katta"),
    ("500 kv. m gacha", "besh yuz kvadrat metrgacha"),
    ("16 m²", "oʻn olti kvadrat metr"),
    ("12 m dan", "oʻn ikki metrdan"),
    ("3 x 4 sm", "uchga toʻrt santimetr"),
    ("50 ga yetdi", "ellikka yetdi"),
    ("40 ga 60 ta", "qirqqa oltmish ta"),
    ("71 202-00-66", "yetmish bir, ikki yuz ikki, nol nol, oltmish olti"),
    (
        "+998 71 244-98-98",
        (
            "plyus toʻqqiz yuz toʻqson sakkiz, yetmish bir, ikki yuz qirq toʻrt, toʻqson "
            "sakkiz, toʻqson sakkiz"
        ),
    ),
    (
        "+998712449898",
        (
            "plyus toʻqqiz yuz toʻqson sakkiz, yetmish bir, ikki yuz qirq toʻrt, toʻqson "
            "sakkiz, toʻqson sakkiz"
        ),
    ),
    ("1148", "oʻn bir qirq sakkiz"),
    ("1148 raqamiga", "oʻn bir qirq sakkiz raqamiga"),
    ("1003 raqami", "oʻn nol uch raqami"),
    ("103", "bir yuz uch"),
    ("8860 raqamiga SMS", "sakson sakkiz oltmish raqamiga es em es"),
    ("*#06# ni tering", "yulduzcha panjara nol olti panjarani tering"),
    ("09:00–18:00", "soat toʻqqizdan oʻn sakkizgacha"),
    ("09:00 dan 18:00 gacha", "soat toʻqqizdan oʻn sakkizgacha"),
    ("soat 9:30 da", "soat toʻqqiz oʻttizda"),
    ("13:05", "soat oʻn uch nol besh"),
    ("№ 797", "yetti yuz toʻqson yettinchi raqam"),
    ("797-son qaror", "yetti yuz toʻqson yettinchi son qaror"),
    ("№ 797-son", "yetti yuz toʻqson yettinchi son"),
    ("550-sonli", "besh yuz ellikinchi sonli"),
    ("ПП-4699", "pe pe toʻrt ming olti yuz toʻqson toʻqqiz"),
    ("VMQ-797", "ve em qa yetti yuz toʻqson yetti"),
    ("PKM-797ga", "pe ka em yetti yuz toʻqson yettiga"),
    ("PF-250-son", "pe ef ikki yuz ellikinchi son"),
    ("OʻRQ-600", "oʻ er qa olti yuz"),
    ("118-II-son qonun", "bir yuz oʻn sakkiz tire ikkinchi son qonun"),
    ("332-1-moddasiga", "uch yuz oʻttiz ikki tire birinchi moddasiga"),
    ("333-A", "uch yuz oʻttiz uch A"),
    ("my.gov.uz portalida", "may gov uz portalida"),
    ("lex.uz saytidan", "leks uz saytidan"),
    ("https://my.gov.uz/uz/service/135", "may gov uz"),
    ("www.mib.uzda", "mib uzda"),
    ("info@gov.uz", "info kuchukcha gov uz"),
    ("@uzsuvbot botida", "uzsuvbot botida"),
    ("BHMning", "bazaviy hisoblash miqdorining"),
    ("BHMdan", "bazaviy hisoblash miqdoridan"),
    ("STIRni", "soliq toʻlovchining identifikatsiya raqamini"),
    ("STIRi", "soliq toʻlovchining identifikatsiya raqami"),
    ("STIRini", "soliq toʻlovchining identifikatsiya raqamini"),
    ("JSHSHIRingiz", "jismoniy shaxsning shaxsiy identifikatsiya raqamingiz"),
    ("ERI bilan", "elektron raqamli imzo bilan"),
    ("ERIsiz", "elektron raqamli imzosiz"),
    ("ERIngiz", "elektron raqamli imzongiz"),
    ("ERIga", "elektron raqamli imzoga"),
    ("FHDYo boʻlimi", "fuqarolik holati dalolatnomalarini yozish boʻlimi"),
    ("YaTTlar", "yakka tartibdagi tadbirkorlar"),
    ("MChJning", "mas'uliyati cheklangan jamiyatning"),
    ("QQSni", "qoʻshilgan qiymat soligʻini"),
    ("VMQ", "Vazirlar Mahkamasining qarori"),
    ("IIVga", "Ichki ishlar vazirligiga"),
    ("ABCga", "a be sega"),
    ("QR-kodli", "kyu ar kodli"),
    ("SMS-kod", "es em es kod"),
    ("ID-kartangiz", "ay di kartangiz"),
    ("OneIDga", "van ay diga"),
    ("Face ID, Mobile-ID, Wi-Fi", "feys ay di, mobayl ay di, vay fay"),
    ("COVID-19", "kovid oʻn toʻqqiz"),
    ("PDF va IMEI", "pe de ef va imey"),
    ("GS1 kodi", "ji es bir kodi"),
    ("AB1234567", "a be bir yigirma uch qirq besh oltmish yetti"),
    ("B2 darajasi", "be ikki darajasi"),
    ("I yoki II guruh", "birinchi yoki ikkinchi guruh"),
    ("II-bosqich", "ikkinchi bosqich"),
    ("XXI asr", "yigirma birinchi asr"),
    ("Elektron raqamli imzo (ERI) kerak.", "Elektron raqamli imzo kerak."),
    ("“Click” va «Payme»", "klik va peymi"),
    ("Windows, cafe", "vindous, kafe"),
    ("maʼlumot, san’at, o'zi", "ma'lumot, san'at, oʻzi"),
    ("ЭЦП билан 5 иш куни", "elektron raqamli imzo bilan besh ish kuni"),
    ("va/yoki", "va yoki"),
    ("A & B", "A va be"),
    ("Narxi — 5 soʻm; muddati: 3 kun.", "Narxi, besh soʻm, muddati, uch kun."),
    ("24/7", "kecha-yu kunduz"),
    ("40 kg dan", "qirq kilogrammdan"),
    (
        "2020-yil 30-martdan 20-aprelgacha",
        "ikki ming yigirmanchi yil oʻttizinchi martdan yigirmanchi aprelgacha",
    ),
    ("3 600 dan koʻp", "uch ming olti yuzdan koʻp"),
    ("332¹-modda", "uch yuz oʻttiz ikki tire birinchi modda"),
    ("Oʻzbekiston pochtasi AJ", "Oʻzbekiston pochtasi aksiyadorlik jamiyati"),
    ("40 AQSH dollari", "qirq Amerika dollari"),
    ("UZTELECOMga oʻtish", "uztelekomga oʻtish"),
    ("OʻZBEKISTON RESPUBLIKASI", "oʻzbekiston respublikasi"),
    ("3,5x4,5 sm", "uch butun oʻndan beshga toʻrt butun oʻndan besh santimetr"),
    ("QQSlar", "qoʻshilgan qiymat soliqlari"),
    ("IIVlarda", "Ichki ishlar vazirliklarida"),
]

RU = [
    ("2019/20 учебный год", "две тысячи девятнадцатый двадцатый учебный год"),
    ("2020–2021 учебного года", "две тысячи двадцатого две тысячи двадцать первого учебного года"),
    ("1 января 2023 года", "первого января две тысячи двадцать третьего года"),
    ("с 1 августа 2025 года", "с первого августа две тысячи двадцать пятого года"),
    ("по 31 декабря 2019 года", "по тридцать первое декабря две тысячи девятнадцатого года"),
    ("к 1 июля", "ко первому июля"),
    ("на 1 января 2024 г.", "на первое января две тысячи двадцать четвёртого года"),
    ("24.03.2020", "двадцать четвёртого марта две тысячи двадцатого года"),
    ("от 24.03.2020 г.", "от двадцать четвёртого марта две тысячи двадцатого года"),
    ("2020-03-24", "двадцать четвёртого марта две тысячи двадцатого года"),
    ("в 2020 году", "в две тысячи двадцатом году"),
    ("к 2020 году", "ко две тысячи двадцатому году"),
    ("2024 год", "две тысячи двадцать четвёртый год"),
    ("перед 2024 годом", "перед две тысячи двадцать четвёртым годом"),
    ("марта 2020 года", "марта две тысячи двадцатого года"),
    ("в 2020–2022 годах", "с две тысячи двадцатого по две тысячи двадцать второй год"),
    ("В 2022–2023 годах", "В две тысячи двадцать втором и две тысячи двадцать третьем годах"),
    ("правила 2020–2022 годов", "правила две тысячи двадцатого две тысячи двадцать второго годов"),
    ("2020/2021 учебный год", "две тысячи двадцатый две тысячи двадцать первый учебный год"),
    ("5–25 июня", "с пятого по двадцать пятое июня"),
    ("20 июня – 31 июля", "с двадцатого июня по тридцать первое июля"),
    ("с 30 марта по 20 апреля", "с тридцатого марта по двадцатое апреля"),
    ("2 рабочих дня", "два рабочих дня"),
    ("в течение 2 рабочих дней", "в течение двух рабочих дней"),
    ("1 рабочий день", "один рабочий день"),
    ("в течение 1 рабочего дня", "в течение одного рабочего дня"),
    ("за 1 час", "за один час"),
    ("5 дней", "пять дней"),
    ("до 5 дней", "до пяти дней"),
    ("о 3 рабочих днях", "о трёх рабочих днях"),
    ("в 2 экземплярах", "в двух экземплярах"),
    ("2 справки", "две справки"),
    ("2 равными частями", "двумя равными частями"),
    ("за 1 услугу", "за одну услугу"),
    ("1 заявление", "одно заявление"),
    ("из 221 услуги", "из двухсот двадцати одной услуги"),
    ("21 человек", "двадцать один человек"),
    ("с 18 лет", "с восемнадцати лет"),
    ("с 5 до 3 лет", "с пяти до трёх лет"),
    ("5 %", "пять процентов"),
    ("1 %", "один процент"),
    ("2 %", "два процента"),
    ("21 %", "двадцать один процент"),
    ("до 50 %", "до пятидесяти процентов"),
    ("0,45 %", "ноль целых сорок пять сотых процента"),
    ("0,5 БРВ", "ноль целых пять десятых базовой расчётной величины"),
    ("1 БРВ", "одна базовая расчётная величина"),
    ("3 БРВ", "три базовые расчётные величины"),
    ("412 БРВ", "четыреста двенадцать базовых расчётных величин"),
    ("за 1 БРВ", "за одну базовую расчётную величину"),
    ("до 5 БРВ", "до пяти базовых расчётных величин"),
    ("рост БРВ", "рост базовой расчётной величины"),
    ("15 % БРВ", "пятнадцать процентов базовой расчётной величины"),
    ("412 000 сумов", "четыреста двенадцать тысяч сумов"),
    ("1 234 567 сумов", "один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь сумов"),
    ("больше 1 000 000 сумов", "больше одного миллиона сумов"),
    ("$40", "сорок долларов"),
    ("1,5 млн сумов", "одна целая пять десятых миллиона сумов"),
    ("до 1,2 МПа", "до одной целой двух десятых мегапаскаля"),
    ("1 кв. метр", "один квадратный метр"),
    ("300 кв. м", "триста квадратных метров"),
    ("16 м²", "шестнадцать квадратных метров"),
    ("20 кВт", "двадцать киловатт"),
    ("-5 °C", "минус пять градусов Цельсия"),
    ("3 х 4 см", "три на четыре сантиметра"),
    ("5–7 дней", "от пяти до семи дней"),
    ("на 15–25 БРВ", "на пятнадцать-двадцать пять базовых расчётных величин"),
    ("в течение 10–30 дней", "в течение десяти-тридцати дней"),
    ("№ 797", "номер семьсот девяносто семь"),
    ("под № 2646", "под номером две тысячи шестьсот сорок шесть"),
    ("по № 5", "по номеру пять"),
    ("№ 118-II", "номер сто восемнадцать тире два"),
    ("№ 2219-17", "номер две тысячи двести девятнадцать тире семнадцать"),
    ("ПП-4699", "пэ пэ четыре тысячи шестьсот девяносто девять"),
    ("ПКМ-797", "пэ ка эм семьсот девяносто семь"),
    ("ЗРУ-600", "зэ эр у шестьсот"),
    ("УП-5930", "у пэ пять тысяч девятьсот тридцать"),
    ("№ УП-250", "номер у пэ двести пятьдесят"),
    ("статья 332-1", "статья триста тридцать два тире один"),
    ("Статья 226", "Статья двести двадцать шесть"),
    ("приложение 1 к постановлению", "приложение один ко постановлению"),
    ("333-А", "триста тридцать три тире а"),
    ("14-значный", "четырнадцатизначный"),
    ("18-летия", "восемнадцатилетия"),
    ("21-летний", "двадцатиоднолетний"),
    ("100-процентный", "стопроцентный"),
    ("11-му числу", "одиннадцатому числу"),
    ("На 4-м этапе", "На четвёртом этапе"),
    ("с 4-м этапом", "с четвёртым этапом"),
    ("1-й группы", "первой группы"),
    ("3-х дней", "трёх дней"),
    ("20-х годов", "двадцатых годов"),
    ("до 16 числа", "до шестнадцатого числа"),
    ("в 1 класс", "в первый класс"),
    ("в 1 классе", "в первом классе"),
    ("II группы", "второй группы"),
    ("I или II группы", "первой или второй группы"),
    ("категории III", "категории три"),
    ("XXI век", "двадцать первый век"),
    ("71 202-00-66", "семьдесят один, двести два, ноль ноль, шестьдесят шесть"),
    (
        "+998 71 244-98-98",
        (
            "плюс девятьсот девяносто восемь, семьдесят один, двести сорок четыре, "
            "девяносто восемь, девяносто восемь"
        ),
    ),
    ("1148", "одиннадцать сорок восемь"),
    ("1003", "десять ноль три"),
    ("на номер 8860", "на номер восемьдесят восемь шестьдесят"),
    ("112", "сто двенадцать"),
    ("*#06#", "звёздочка решётка ноль шесть решётка"),
    ("09:00–18:00", "с девяти до восемнадцати часов"),
    ("с 09:00 до 18:00", "с девяти до восемнадцати часов"),
    ("в 9:30", "в девять тридцать"),
    ("my.gov.uz", "май гов уз"),
    ("e-imzo.uz", "э имзо уз"),
    ("info@gov.uz", "инфо собака гов уз"),
    ("ЭЦП, ИНН, ПИНФЛ", "э цэ пэ, и эн эн, пинфл"),
    ("ООО и ИП", "о о о и и пэ"),
    ("отдел ЗАГС", "отдел загс"),
    ("ФИО, МВД, США", "фио, эм вэ дэ, сэ ша а"),
    ("QR-кодом", "кью ар кодом"),
    ("SIM-карты", "сим карты"),
    ("OneID, SMS, PDF, IMEI", "уан ай ди, эс эм эс, пэ дэ эф, имей"),
    ("COVID-19", "ковид девятнадцать"),
    ("Soliq и «Birdarcha»", "солик и бирдарча"),
    ("к вам", "ко вам"),
    ("и т. д.", "и так далее"),
    ("Ўзбекистон", "Узбекистон"),
    ("коляске — 23 кв. метра", "коляске, двадцать три квадратных метра"),
    ("с 4 по 27 число", "с четвёртого по двадцать седьмое число"),
    ("оно стоит 1,4 БРВ", "оно стоит одну целую четыре десятых базовой расчётной величины"),
    ("стоит 1 000 сумов", "стоит одну тысячу сумов"),
    ("нет 18 лет", "нет восемнадцати лет"),
    ("по статье 223 Кодекса", "по статье двести двадцать три Кодекса"),
    ("2,5 %", "две целых пять десятых процента"),
    ("со СПИДом в ЗАГСе", "со спидом в загсе"),
    ("фото 3,5x4,5", "фото три целых пять десятых на четыре целых пять десятых"),
    ("3х4 см", "три на четыре сантиметра"),  # noqa: RUF001  # as people type it
    ("в 07:00–10:00", "с семи до десяти часов"),
    ("с 8 и 15 мая", "с восьмого и пятнадцатого мая"),
    ("рассчитана по БРВ", "рассчитана по базовой расчётной величине"),
    ("E-ijara", "э-иджара"),
]

EN = [
    ("School year 2019/20", "School year twenty nineteen to twenty twenty"),
    ("2019/2020", "twenty nineteen to twenty twenty"),
    ("24 March 2020", "the twenty-fourth of March twenty twenty"),
    ("the 24 March 2020 resolution", "the twenty-fourth of March twenty twenty resolution"),
    ("March 24, 2020", "the twenty-fourth of March twenty twenty"),
    ("24.03.2020", "the twenty-fourth of March twenty twenty"),
    ("2020-03-24", "the twenty-fourth of March twenty twenty"),
    ("1–31 August", "the first to the thirty-first of August"),
    ("from 20 June to 31 July", "from the twentieth of June to the thirty-first of July"),
    ("2020–2022", "twenty twenty to twenty twenty-two"),
    ("in 2020", "in twenty twenty"),
    ("(2005)", "two thousand and five"),
    (
        "1,234,567 soum",
        "one million two hundred and thirty-four thousand five hundred and sixty-seven soom",
    ),
    ("412 000 soum", "four hundred and twelve thousand soom"),
    ("0.5 BRV", "zero point five base calculation values"),
    ("1 BRV", "one base calculation value"),
    ("10% of BRV", "ten percent of the base calculation value"),
    ("30 %", "thirty percent"),
    ("4.5%", "four point five percent"),
    ("3 working days", "three working days"),
    ("5–10 days", "five to ten days"),
    ("14-digit number", "fourteen-digit number"),
    ("the 1st and 16th", "the first and sixteenth"),
    ("$40", "forty dollars"),
    ("1,000 US dollars", "one thousand you ess dollars"),
    ("16 sq m", "sixteen square metres"),
    ("1 km", "one kilometre"),
    ("20 kW", "twenty kilowatts"),
    ("3 x 4 cm", "three by four centimetres"),
    ("-5 °C", "minus five degrees Celsius"),
    ("PP-4699", "pee pee four thousand six hundred and ninety-nine"),
    ("No. 797", "number seven hundred and ninety-seven"),
    ("Law No. 118-II", "Law number one hundred and eighteen dash two"),
    ("form No. 025", "form number zero two five"),
    ("333-A", "three hundred and thirty-three dash eh"),
    ("71 202-00-66", "seven one, two zero two, zero zero, six six"),
    ("+998 71 244-98-98", "plus nine nine eight, seven one, two four four, nine eight, nine eight"),
    ("call 1148", "call eleven forty-eight"),
    ("1003", "ten zero three"),
    ("dial 103", "dial one zero three"),
    ("09:00–18:00", "nine in the morning to six in the evening"),
    ("9:05", "nine oh five in the morning"),
    ("12:00", "noon"),
    ("my.gov.uz", "my dot gov dot you zed"),
    ("info@gov.uz", "info at gov dot you zed"),
    ("@uzsuvbot", "uzsuvbot"),
    ("*#06#", "star hash zero six hash"),
    (
        "EDS, TIN, PINFL",
        (
            "electronic digital signature, taxpayer identification number, personal "
            "identification number"
        ),
    ),
    ("QR code", "cue ar code"),
    ("ID card", "eye dee card"),
    ("CVs", "see vees"),
    ("OneID", "one eye dee"),
    ("SMS, PDF, IMEI", "ess em ess, pee dee ef, eye em ee eye"),
    ("COVID-19", "covid nineteen"),
    ("Wi-Fi", "why fie"),
    ("VAT", "value added tax"),
    ("ABC", "eh bee see"),
    ("group I or II", "group one or two"),
    ("Oʻzbekiston, Ўзбекистон", "Ozbekiston, Ozbekiston"),
    ("e.g. a form", "for example a form"),
    ("24/7", "round the clock"),
    ("“GS1” (code)", "jee ess one, code"),
    ("1148", "eleven forty-eight"),
    ("I is high risk, II medium", "one is high risk, two medium"),
    ("I am here", "I am here"),
    ("UZTELECOM", "uztelecom"),
    ("297x382 px", "two hundred and ninety-seven by three hundred and eighty-two pixels"),
]
CASES = [
    *(("uz", *case) for case in UZ),
    *(("ru", *case) for case in RU),
    *(("en", *case) for case in EN),
]
PRONUNCIATIONS = pronunciations_from(FORMS)


@pytest.mark.parametrize(("language", "written", "said"), CASES)
def test_a_sentence_is_said_in_words(language: Language, written: str, said: str) -> None:
    assert spoken(written, language, PRONUNCIATIONS) == said
    assert not findings(said, language, "")


@pytest.mark.parametrize("language", ["uz", "ru", "en"])
def test_spaces_that_do_not_break_group_digits(language: Language) -> None:
    plain = spoken("1 234 567", language, PRONUNCIATIONS)
    assert spoken("1\u00a0234\u202f567", language, PRONUNCIATIONS) == plain


@pytest.mark.parametrize("language", ["uz", "ru", "en"])
@pytest.mark.parametrize(
    "written", ["", " ", "—", "№", "*", "(", "-", "ʻ", "…", "9" * 50, "½ ٣ Ⅳ ０"]
)
def test_nothing_odd_is_left_or_breaks(language: Language, written: str) -> None:
    assert not findings(spoken(written, language, PRONUNCIATIONS), language, "")


@pytest.mark.parametrize(
    ("word", "ending", "joined"),
    [
        ("identifikatsiya raqami", "i", "identifikatsiya raqami"),
        ("identifikatsiya raqami", "ini", "identifikatsiya raqamini"),
        ("identifikatsiya raqami", "siz", "identifikatsiya raqamisiz"),
        ("identifikatsiya raqami", "ngiz", "identifikatsiya raqamingiz"),
        ("identifikatsiya raqami", "imiz", "identifikatsiya raqamimiz"),
        ("identifikatsiya raqami", "lari", "identifikatsiya raqamlari"),
        ("identifikatsiya raqami", "larni", "identifikatsiya raqamlarini"),
        ("oliy taʼlim muassasasi", "lardan", "oliy taʼlim muassasalaridan"),
        ("oliy taʼlim muassasasi", "ngiz", "oliy taʼlim muassasangiz"),
        ("elektron raqamli imzo", "i", "elektron raqamli imzosi"),
        ("elektron raqamli imzo", "ingiz", "elektron raqamli imzongiz"),
        ("ellik", "ga", "ellikka"),
        ("qirq", "gacha", "qirqqacha"),
        ("foiz", "", "foiz"),
        ("", "ga", ""),
    ],
)
def test_an_ending_joins_the_word_that_is_said(word: str, ending: str, joined: str) -> None:
    assert with_ending(word, ending) == joined


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "nol"),
        (7, "yetti"),
        (100, "bir yuz"),
        (1000, "bir ming"),
        (2020, "ikki ming yigirma"),
        (10**6, "bir million"),
        (1_000_000_001, "bir milliard bir"),
        (-5, "minus besh"),
        ("-0,5", "minus nol butun oʻndan besh"),
        (4.5, "toʻrt butun oʻndan besh"),
        ("1.35", "bir butun yuzdan oʻttiz besh"),
        ("0.05", "nol butun yuzdan besh"),
        ("0.125", "nol butun mingdan bir yuz yigirma besh"),
        ("12.0005", "oʻn ikki butun oʻn mingdan besh"),
    ],
)
def test_the_converter_counts(number: float | str, said: str) -> None:
    assert Num2Word_UZ().to_cardinal(number) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
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
    ],
)
def test_the_converter_orders(number: int, said: str) -> None:
    assert Num2Word_UZ().to_ordinal(number) == said


def test_the_converter_says_years_money_and_short_ordinals() -> None:
    converter = Num2Word_UZ()
    assert converter.to_year(2020) == "ikki ming yigirmanchi yil"
    assert converter.to_year(-5) == "miloddan avvalgi beshinchi yil"
    assert converter.to_currency(3.5, "UZS") == "uch soʻm, ellik tiyin"
    assert converter.to_ordinal_num(24) == "24-"


@pytest.mark.parametrize("number", [-1, 1.5])
def test_the_converter_orders_whole_numbers_only(number: float) -> None:
    with pytest.raises(TypeError):
        Num2Word_UZ().to_ordinal(number)


def test_the_converter_knows_its_limit() -> None:
    with pytest.raises(OverflowError):
        Num2Word_UZ().to_cardinal(10**33)


@pytest.mark.parametrize("language", ["uz", "ru", "en"])
def test_the_editors_list_is_sorted_and_can_be_said(language: Language) -> None:
    forms = yaml.safe_load(LIST.read_text("utf-8"))[language]
    assert list(forms) == sorted(forms, key=lambda form: (form.casefold(), form))
    for written, said in forms.items():
        assert not findings(
            spoken(written, language, pronunciations_from({language: forms})), language, ""
        )
        assert spoken(said, language, pronunciations_from({})), written
