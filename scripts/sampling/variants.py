"""Further forms of clean values that the unified model's vectors name; none of them is a repair."""

from __future__ import annotations

import datetime as dt

from . import forms as f
from .ledger import UNCHECKED, spoil

KANJI = "〇一二三四五六七八九"


def kanji_number(n: int) -> str:
    """12 -> 十二 (below 100)."""
    tens, ones = divmod(n, 10)
    return ("" if tens == 0 else ("" if tens == 1 else KANJI[tens]) + "十") + (KANJI[ones] if ones else "")


def spoil_variants(s, by) -> None:
    """``s``: dirt.Spoiler; ``by``: source -> ledger."""
    requests, damages, works = by["requests"], by["damages"], by["works"]
    _dates(s, requests)
    _marks(s, damages)
    _routes(s, requests)
    _numbers(s, damages)
    _places(s, requests)
    for row in s.take(requests, lambda r: r.truth.get("landmark"), 0.8):
        spoil(
            row,
            requests,
            requests.col("landmark").label,
            f"　{row.truth['landmark']} ",
            "blanks_around",
            expect={"landmark": row.truth["landmark"]},
            repaired=False,
        )
    for row in s.take(works, lambda r: r.truth.get("qty_unit") == "m2", 0.8):
        spoil(
            row,
            works,
            works.col("qty_unit").label,
            "㎡",
            "unit_sign",
            expect={"qty_unit": "m2"},
            repaired=False,
        )
    for row in s.take(works, lambda r: r.truth.get("note"), 0.5):
        spoil(
            row,
            works,
            works.col("note").label,
            "①舗装②側溝",
            "circled_digits",
            expect={"note": "①舗装②側溝"},
            repaired=False,
        )
    for row in by["contractors"].rows:
        row.cells["名称"] = row.cells["名称"].replace("(株)", "㈱").replace("(有)", "㈲")


def _dates(s, ledger) -> None:
    label = ledger.col("received_at").label
    for row in s.take(ledger, lambda r: True, 0.5):
        day = row.truth["received_at"][:10]
        spoil(
            row,
            ledger,
            label,
            f"{f.serial(day)}.5",
            "date_serial_time",
            expect={"received_at": day + "T12:00:00+09:00"},
            repaired=False,
        )
    if not s.cp932:
        for row in s.take(ledger, lambda r: r.truth["received_at"] >= "2019-06", 0.5):
            day = row.truth["received_at"][:10]
            d = dt.date.fromisoformat(day)
            spoil(
                row,
                ledger,
                label,
                f"㋿{d.year - 2018}年{d.month}月{d.day}日",
                "date_era_sign",
                expect={"received_at": day + "T00:00:00+09:00"},
                repaired=False,
            )


def _marks(s, ledger) -> None:
    column = ledger.col("cavity")
    if column.wide:
        return
    for raw in ("有(2箇所)", "●", "レ", "◯"):
        if s.cp932 and raw == "◯":
            raw = "○"
        for row in s.take(ledger, lambda r: True, 0.3, 1):
            spoil(row, ledger, column.label, raw, "mark_form", expect={"cavity": True}, repaired=False)


def _routes(s, ledger) -> None:
    label = ledger.col("route_key").label
    for level, word in (("C1", "一級"), ("C2", "二級")):

        def fit(row, level=level):
            parts = (row.truth.get("route_key") or "--").split("-")
            return parts[1] == level and len(parts) == 3 and int(parts[2]) < 40

        for row in s.take(ledger, fit, 0.5):
            key = row.truth["route_key"]
            spoil(
                row,
                ledger,
                label,
                f"{word}{kanji_number(int(key.split('-')[2]))}号線",
                "route_in_kanji",
                expect={"route_key": key},
                repaired=False,
            )


def _numbers(s, ledger) -> None:
    column = ledger.col("dia_cm")
    if column.kind == "N":
        return
    has = lambda r: r.truth.get("dia_cm") not in (None, "?")  # noqa: E731
    for row in s.take(ledger, has, 0.8):
        spoil(
            row,
            ledger,
            column.label,
            f"φ{f.number(row.truth['dia_cm'])}cm",
            "diameter_sign",
            expect={"dia_cm": row.truth["dia_cm"]},
            repaired=False,
        )
    for row in s.take(ledger, has, 0.6):
        value = row.truth["dia_cm"]
        spoil(
            row,
            ledger,
            column.label,
            f"{f.number(max(1, value - 3))}×{f.number(value)}cm",
            "two_sides",
            expect={"dia_cm": value},
            repaired=False,
        )
    column = ledger.col("count")
    for row in s.take(ledger, lambda r: r.truth.get("count") is not None, 0.8):
        spoil(
            row,
            ledger,
            column.label,
            f"{f.number(row.truth['count'])}箇所",
            "count_with_counter",
            expect={"count": row.truth["count"]},
            repaired=False,
        )


def _places(s, ledger) -> None:
    label = next(
        c.label
        for c in ledger.cols
        if c.field is None and c.label in ("場所", "要望場所", "所在地", "要望箇所")
    )
    full = {
        "082244": ("〒302-0116 茨城県守谷市大柏950番地の1", "守谷市大柏950-1"),
        "082112": ("茨城県常総市水海道諏訪町3222番地3", "常総市水海道諏訪町3222-3"),
        "082287": ("茨城県坂東市岩井4365番地", "坂東市岩井4365"),
        "082350": ("大字福田字上195", "つくばみらい市福田字上195"),
    }[s.city]
    for row in s.take(ledger, lambda r: r.xy is not None, 0.6):
        spoil(row, ledger, label, full[0], "address_in_full", expect={"address": full[1]}, repaired=False)
    for row in s.take(ledger, lambda r: r.xy is None, 0.5):
        spoil(
            row,
            ledger,
            label,
            "市道12号線沿い",
            "address_is_a_route",
            expect={"gl": "7", "address": UNCHECKED},
            field="gl",
            unchecked=["route_key"],
            repaired=False,
            may=["E-RTAMBIG", "W-RTAMBIG"],
        )
    for row in s.take(ledger, lambda r: r.xy is None and not r.truth.get("landmark"), 0.5):
        town = row.source_row["_town"]
        if "丁目" not in town:
            spoil(
                row,
                ledger,
                label,
                f"{town}小学校前",
                "address_is_a_landmark",
                expect={"gl": "3"},
                unchecked=["address", "landmark"],
                repaired=False,
            )
