"""Dirt in single cells: dates, codes, marks, texts."""

from __future__ import annotations

import datetime as dt

from . import forms as f
from .codes import UNKNOWN
from .ledger import spoil

UNKNOWN_WORDS = {
    "ft": "調整池",
    "dt": "異臭",
    "ch": "有線放送",
    "kd": "御礼",
    "pt": "木塊",
    "hl": "ガス燈",
    "dg": "トラフ管",
    "wk": "植樹祭",
    "ap": "山林",
    "st": "保留中",
    "ad": "不在者財産",
    "owner": "不在者財産",
    "ln": "対面二輪",
    "em": "補助線",
    "rs": "年内",
    "of": "ふるさと納税",
}


def fits(s, column, raw) -> bool:
    return (
        not column.wide
        or column.kind == "C"
        and len(str(raw).encode("cp932" if s.city != "082112" else "utf-8", "replace")) <= column.wide
    )


def dates(s, ledger, column, moment: bool) -> None:
    name, label = column.field, column.label
    required = name in ("received_at", "found_at", "date")

    def end(day: str) -> str:
        return day + "T00:00:00+09:00" if moment else day

    def put(rows, kind, make, flags=(), value="same", **more):
        for row in rows:
            day = row.truth[name][:10]
            raw = make(dt.date.fromisoformat(day))
            if raw is None or not fits(s, column, raw):
                continue
            expect = {name: end(day) if value == "same" else value(day) if callable(value) else value}
            spoil(row, ledger, label, raw, kind, expect=expect, flags=flags, **more)

    has = lambda row: row.truth.get(name) not in (None, "?")  # noqa: E731
    since = lambda a, b="9999": lambda row: has(row) and a <= row.truth[name][:10] < b  # noqa: E731
    put(
        s.take(ledger, since("2020-01-01"), 0.8),
        "date_era_ended",
        lambda d: f"平成{d.year - 1988}年{d.month}月{d.day}日",
        ["W-ERAEND"],
    )
    put(
        s.take(ledger, since("2019-05-01", "2020-01-01"), 0.5, 1),
        "date_era_ended",
        lambda d: f"H31.{d.month}.{d.day}",
        ["W-ERAEND"],
    )
    put(
        s.take(ledger, since("2019-01-01", "2019-05-01"), 0.5, 1),
        "date_era_not_begun",
        lambda d: f"R1.{d.month}.{d.day}",
        ["W-ERASTART"],
    )
    bad = (
        ["R7.2.30", "R5.13.5", "令和〇年〇月", "H30.4.31"]
        if s.wareki
        else ["2025/2/30", "2024/13/5", "令和〇年〇月", "2023/6/31", "R6.2.30"]
    )
    put(s.take(ledger, has, 0.8), "date_impossible", lambda d: s.one(bad), ["E-DATE"], None)
    if s.wareki:
        put(
            s.take(ledger, since("2019-06-01"), 0.8),
            "date_without_era",
            lambda d: f"{d.year - 2018}.{d.month}.{d.day}",
            ["W-NOERA"],
        )
    else:
        put(
            s.take(ledger, since("2019-06-01"), 0.8),
            "date_ambiguous",
            lambda d: f"{d.year - 2018}.{d.month}.{d.day}",
            ["E-AMBIG"],
            None,
        )
        put(
            s.take(ledger, since("2001-01-01", "2013-01-01"), 0.5, 1),
            "date_ambiguous",
            lambda d: f"{d.year % 100}.{d.month}.{d.day}",
            ["E-AMBIG"],
            None,
        )
    put(
        s.take(ledger, has, 0.5),
        "date_weekday_wrong",
        lambda d: f"{f.kanji(d.isoformat())}({f.WEEKDAYS[(d.weekday() + 1) % 7]})",
        ["W-DOW"],
    )
    put(
        s.take(ledger, has, 0.4, 1),
        "date_future",
        lambda d: f"{d.year + 40}/{d.month}/{min(d.day, 28)}",
        (),
        lambda day: end(f"{int(day[:4]) + 40}-{day[5:7]}-{min(int(day[8:]), 28):02d}"),
        may=["W-FUTURE", "E-FUTURE"],
    )
    if not required:
        put(
            s.take(ledger, has, 0.5),
            "date_word",
            lambda d: s.one(["未定", "不明", "―"]),
            (),
            None,
            repaired=False,
        )
    if not moment and not required:
        put(
            s.take(ledger, since("2019-06-01"), 0.4, 1),
            "date_part",
            lambda d: f"R{d.year - 2018}.{d.month}上旬",
            (),
            lambda day: day[:7] + "-01",
            repaired=False,
        )
    if name == "certified_on":
        put(
            s.take(ledger, since("1990-04-01", "2018-01-01"), 1.0),
            "date_fiscal_year",
            lambda d: f"平成{_fy(d) - 1988}年度" if _fy(d) > 1989 else None,
            (),
            lambda day: f"{_fy(dt.date.fromisoformat(day))}-04-01",
            repaired=False,
        )
    put(s.take(ledger, has, 0.5, 1), "date_serial", lambda d: f.serial(d.isoformat()), (), repaired=False)
    if ledger.city == "082244" and ledger.has("年度"):
        for row in s.take(ledger, lambda r: r.truth.get("ordered_at") not in (None, "?"), 1.0):
            day = row.truth["ordered_at"][:10]
            spoil(
                row,
                ledger,
                "指示日",
                f"{int(day[5:7])}/{int(day[8:])}",
                "date_without_year",
                expect={"ordered_at": day + "T00:00:00+09:00"},
                flags=["W-YEAR"],
            )


def _fy(d: dt.date) -> int:
    return d.year if d.month >= 4 else d.year - 1


def codes(s, ledger, column) -> None:
    name = column.field
    raw = UNKNOWN_WORDS[name]
    if s.city == "082287" and name == "ft":
        raw = "77"
    if not fits(s, column, raw):
        return
    lists = {
        "ft": "FT",
        "dt": "DT",
        "ch": "CH",
        "kd": "KD",
        "pt": "PT",
        "hl": "HL",
        "dg": "DG",
        "wk": "WK",
        "ap": "AP",
        "ad": "AD",
        "owner": "AD",
    }
    unknown = UNKNOWN.get(lists.get(name, ""))
    for row in s.take(ledger, lambda r: r.truth.get(name) not in (None, "?"), 0.8):
        spoil(
            row,
            ledger,
            column.label,
            raw,
            "code_unknown",
            expect={name: unknown},
            flags=["W-CODE"] if unknown else ["E-CODE"],
        )


def marks(s, ledger, column) -> None:
    for row in s.take(ledger, lambda r: True, 0.5):
        if fits(s, column, "△"):
            spoil(
                row, ledger, column.label, "△", "mark_unclear", expect={column.field: None}, flags=["W-MARK"]
            )
    for row in s.take(ledger, lambda r: True, 0.4):
        if fits(s, column, "不明"):
            spoil(
                row, ledger, column.label, "不明", "mark_unknown", expect={column.field: None}, repaired=False
            )


def texts(s, ledger) -> None:
    dash = "－" if s.cp932 else s.one(["‐", "−"])
    for name in ("material", "fac_name"):
        if ledger.has(name):
            for row in s.take(ledger, lambda r, n=name: "ー" in str(r.truth.get(n) or ""), 1.5):
                raw = row.truth[name].replace("ー", dash)
                spoil(
                    row,
                    ledger,
                    ledger.col(name).label,
                    raw,
                    "dash_for_long_vowel",
                    expect={name: row.truth[name]},
                    repaired=True,
                    may=["R-DASH"],
                )
    for name in ("start_ja", "end_ja"):
        if ledger.has(name):
            for row in s.take(ledger, lambda r, n=name: _one_kanji(r.truth.get(n)), 1.5):
                text = row.truth[name]
                at = text.index("一")
                spoil(
                    row,
                    ledger,
                    ledger.col(name).label,
                    text[:at] + "ー" + text[at + 1 :],
                    "kanji_one",
                    expect={name: text},
                    flags=["W-KANJI1"],
                )
    if ledger.has("rc"):
        for row in s.take(ledger, lambda r: r.truth["rc"] == "C2", 1.0):
            spoil(
                row,
                ledger,
                ledger.col("rc").label,
                "ニ級市道",
                "kanji_two",
                expect={"rc": "C2"},
                flags=["W-KANJI2"],
            )
        for row in s.take(ledger, lambda r: r.truth["rc"] == "C1", 1.0):
            spoil(
                row,
                ledger,
                ledger.col("rc").label,
                "一級市道",
                "code_alias",
                expect={"rc": "C1"},
                repaired=False,
            )
    for name in ("landmark", "note", "cause"):
        if ledger.has(name) and not ledger.col(name).wide:
            for row in s.take(ledger, lambda r, n=name: r.truth.get(n) not in (None, "?"), 0.4):
                raw = s.one(["=SUM(A1:A3)", "=1+2", "=HYPERLINK(A1)"])
                spoil(
                    row,
                    ledger,
                    ledger.col(name).label,
                    raw,
                    "formula",
                    expect={name: raw},
                    repaired=False,
                    may=["W-FORMULA"],
                )
    for name in ("title", "start_ja"):
        if ledger.has(name) and not ledger.col(name).wide:
            for row in s.take(
                ledger, lambda r, n=name: f.mojibake(str(r.truth.get(n) or "")) and len(r.truth[n]) >= 3, 1.0
            ):
                raw = f.mojibake(row.truth[name])
                try:
                    raw.encode("cp932")
                except UnicodeError:
                    continue
                spoil(
                    row,
                    ledger,
                    ledger.col(name).label,
                    raw,
                    "mojibake",
                    expect={name: row.truth[name]},
                    flags=["W-MOJIBAKE"],
                )
    if ledger.has("title") and s.city in ("082244", "082287"):
        for row in s.take(ledger, lambda r: r.truth.get("title"), 0.4):
            raw = row.truth["title"].encode("utf-8").decode("cp1252", "ignore")
            spoil(
                row,
                ledger,
                ledger.col("title").label,
                raw,
                "mojibake_lost",
                flags=["W-MOJIBAKE"],
                unchecked=["title"],
                field="title",
            )


def _one_kanji(text) -> bool:
    if not text or "一" not in text[1:-1]:
        return False
    at = text.index("一")
    return 0 < at < len(text) - 1 and all("\u4e00" <= c <= "\u9fff" for c in (text[at - 1], text[at + 1]))
