"""Damage to single cells: what people and programs write into them."""

from __future__ import annotations

import datetime
import unicodedata

from .damage_columns import FLAT
from .kinds import TABLES, NotApplicable, kind


def _values(job, types, values, most=None) -> None:
    j = job.column(types)
    job.say(str(job.sheet.labels[j]))
    for n in job.rows(most):
        value = job.rng.choice(values)
        job.put(
            n,
            j,
            value(job.sheet.rows[n][j] if j < len(job.sheet.rows[n]) else None) if callable(value) else value,
        )
    job.save()


@kind("cells", "text in a number")
def text_number(job):
    _values(
        job,
        {"int", "real"},
        [
            "不明",
            "約",
            "1O",
            "l2",
            "十二",
            "2,5",
            "1.2.3",
            "３・５",
            "--",
            "12m34",
            "（3）",
            "NaN",
            "0x10",
            "1e5",
        ],
    )


@kind("cells", "huge number")
def huge(job):
    _values(
        job,
        {"int", "real"},
        [
            "9" * 400,
            "1e400",
            "-1e308",
            "99999999999999999999",
            "0." + "0" * 300 + "1",
            "-0",
            "1e-400",
            "∞",
            "9223372036854775808",
        ],
    )


@kind("cells", "impossible date")
def bad_date(job):
    _values(job, {"date", "datetime"}, [
        "2023/2/30", "2025-13-01", "0000-00-00", "99999999", "R7.2.30", "25:61",
        "2025/4/31 24:00", "1/0/2025", "20250",
        "-45000", "45000.99999", "2958466", "9999-12-31", "0001-01-01", "令和7年4月1日 25時99分",
        "2025-04-01T09:00:00+99:00", "12/31",
    ])  # fmt: skip


@kind("cells", "era wrong")
def era(job):
    _values(job, {"date", "datetime"}, [
        "昭和65年1月1日", "平成32年4月1日", "H31.5.1", "R0.1.1", "令和元年4月30日", "明治99.1.1",
        "大正16年1月1日", "R-1.2.3",
        "令和〇年", "㋿7.4.1", "R７．４．１", "Ｒ７年４月", "令和百年1月1日", "T15.12.31", "M1.1.1", "R999.1.1",
    ])  # fmt: skip


@kind("cells", "formula", FLAT | {"dbf", "shp"})
def formula(job):
    _values(
        job,
        None,
        [
            "=1+1",
            "=SUM(A1:A3)",
            "+81-0",
            "@SUM(1)",
            "=cmd|' /C calc'!A0",
            "-2+3",
            '=HYPERLINK("x")',
            "#REF!",
            "#N/A",
            "#VALUE!",
        ],
    )


@kind("cells", "control characters")
def control(job):
    marks = [
        "\x01",
        "\x07",
        "\x0b",
        "\x1b[31m",
        "\x7f",
        "\x85",
        "\u2028",
        "\u202e",
        "\ufffe",
        "\u200f",
        "\xad",
    ]
    if job.ledger.kind in ("xlsx", "kml"):
        marks = ["\x7f", "\x85", "\u2028", "\u202e", "\u200f", "\xad"]
    _values(job, None, [lambda old, m=m: f"{m}{old or ''}{m}" for m in marks])


@kind("cells", "emoji and rare characters")
def emoji(job):
    _values(
        job,
        None,
        [
            lambda old, m=m: f"{old or ''}{m}"
            for m in ("😀", "👨‍👩‍👧", "𠮷", "葛\U000e0100", "①㈱㍻", "ﾎﾟｯﾄ", "か゚", "e\u0301" * 40)
        ],
    )


@kind("cells", "composed otherwise")
def nfd(job):
    _values(
        job,
        None,
        [lambda old, f=f: unicodedata.normalize(f, str(old or "がぎぐ")) for f in ("NFD", "NFKD", "NFKC")],
    )


@kind("cells", "half a character", {"csv", "geojson"})
def surrogate(job):
    if job.ledger.kind == "geojson":
        _values(job, None, ["\ud83d", "a\udc00b"])
        return
    job.ledger.extra["raw"] = {
        "<<half>>": job.rng.choice([b"\xed\xa0\x80", b"\x81", b"\xff", b"\xe3\x81", b"\xf0\x9f"])
    }
    _values(job, None, [lambda old: f"{old or ''}<<half>>"], 5)


@kind("cells", "a very long text")
def long_text(job):
    size = job.rng.choice([40_000, 300_000, 1_000_000, 10_000_000])
    if job.ledger.kind == "xlsx":
        size = 32_767
    _values(job, None, [job.rng.choice(["あ", "x", "1", "a,b "]) * (size // 3)], 1)
    job.say(str(size))


@kind("cells", "line breaks and separators", FLAT | {"gpkg", "geojson"})
def breaks(job):
    _values(
        job,
        None,
        [lambda old, m=m: f"{old or ''}{m}x" for m in ("\n", "\r\n", '"', '""', ",", "\t", "\n\n\n", "\\")],
    )


@kind("cells", "words for nothing")
def nothing(job):
    _values(
        job,
        None,
        ["なし", "－", "―", "不明", "未定", "N/A", "null", "None", "nan", "*", "？", "〃", "同上", "″"],
    )


@kind("cells", "unknown code")
def unknown(job):
    _values(job, {"text"}, ["伝書鳩", "Z99", "０", "その他?", "A1B2", "99999", "はい", "〇"])


@kind("cells", "another type", {"xlsx"})
def other_type(job):
    _values(
        job,
        None,
        [
            True,
            False,
            0,
            -1,
            3.5,
            1e22,
            datetime.datetime(2025, 4, 1, 9, 30),
            datetime.date(1900, 1, 1),
            datetime.time(25 % 24, 59),
            datetime.timedelta(days=400),
        ],
    )


@kind("cells", "key written otherwise", TABLES)
def key_spelling(job):
    j = next((k for k, x in enumerate(job.sheet.labels) if str(x).lower() == job.source.key[0].lower()), None)
    if j is None:
        raise NotApplicable
    wide = str.maketrans("0123456789-", "０１２３４５６７８９－")
    for n in job.rows():
        old = str(job.sheet.rows[n][j] or "")
        job.put(
            n,
            j,
            job.rng.choice(
                [old.translate(wide), f" {old} ", old + "\u3000", old.lower(), old + "\n", "No." + old]
            ),
        )
    job.save()


@kind("cells", "personal data in another", TABLES)
def personal(job):
    j = job.column(personal=False)
    job.say(str(job.sheet.labels[j]))
    for n in job.rows(5):
        job.put(
            n,
            j,
            job.rng.choice(
                [
                    "電話0297-00-4567",
                    "０９０－００００－１２３４",
                    "taro.test@example.jp に返信",
                    "(0297)00-4567",
                    "080 0000 9876",
                ]
            ),
        )
    job.save()
