"""Dirt that needs the world: routes, required items, measures, free text, addresses, references."""

from __future__ import annotations

from . import forms as f
from . import people
from .cities import route_text
from .ledger import spoil
from .writers import BROKEN


def routes(s, ledger, by) -> None:
    if ledger.table in ("route", "section") or not ledger.has("route_key"):
        return
    column = ledger.col("route_key")
    keys = [r["route_key"] for r in s.world["routes"]]
    numbers: dict = {}
    for key in keys:
        parts = key.split("-")
        if parts[1][0] == "C" and len(parts) == 3:
            numbers.setdefault(int(parts[2]), []).append(key)
    twice = sorted(n for n, ks in numbers.items() if len(ks) > 1)
    once = sorted(n for n, ks in numbers.items() if len(ks) == 1 and n > 1000)
    # A number that also has a branch is two routes.
    branched = {int(k.split("-")[2]) for k in keys if len(k.split("-")) > 3}
    once = [n for n in once if n not in branched]
    wide = (lambda text: f.full_width(text)) if s.city == "082112" else (lambda text: text)
    for row in s.take(ledger, lambda r: r.truth.get("route_key"), 0.8):
        n = s.one(twice)
        spoil(
            row,
            ledger,
            column.label,
            wide(f"市道{n}号線"),
            "route_ambiguous",
            expect={"route_key": None},
            flags=["E-RTAMBIG"],
        )
    for row in s.take(ledger, lambda r: r.truth.get("route_key"), 0.5):
        spoil(
            row, ledger, column.label, "0112", "route_digits", expect={"route_key": None}, flags=["E-RTAMBIG"]
        )
    for row in s.take(
        ledger,
        lambda r: int((r.truth.get("route_key") or "0-0-0").split("-")[2]) in once
        and r.truth["route_key"].count("-") == 2,
        1.0,
    ):
        n = int(row.truth["route_key"].split("-")[2])
        spoil(
            row,
            ledger,
            column.label,
            wide(f"市道{n}号線"),
            "route_by_number",
            expect={"route_key": row.truth["route_key"]},
            repaired=False,
        )
    for row in s.take(ledger, lambda r: r.truth.get("route_key"), 0.5):
        n = 9000 + int(s.rng.integers(1, 900))
        spoil(
            row,
            ledger,
            column.label,
            f"3-{n}",
            "route_dangling",
            expect={"route_key": f"{s.city}-C3-{n}"},
            repaired=False,
            may=["W-REF", "E-REF"],
        )
    for row in s.take(ledger, lambda r: r.truth.get("route_key"), 0.6):
        other = s.one([k for k in keys if k != row.truth["route_key"]])
        spoil(
            row,
            ledger,
            column.label,
            route_text(s.city, other, s.rng),
            "route_wrong",
            expect={"route_key": other},
            repaired=False,
        )
    for row in s.take(ledger, lambda r: r.truth.get("route_key"), 0.3, 1):
        spoil(
            row,
            ledger,
            column.label,
            s.one(["無名道路", "赤道"]),
            "route_unnamed",
            expect={"route_key": None},
            repaired=False,
            may=["W-NOROUTE"],
        )


def missing(s, ledger) -> None:
    for name in ("ch", "kd", "ft", "phase", "wk", "pat_type", "found_by"):
        if not ledger.has(name):
            continue
        required = {
            "request": ("ch", "kd"),
            "facility": ("ft",),
            "damage": ("ft",),
            "work": ("phase", "wk"),
            "patrol": ("pat_type",),
        }.get(ledger.table, ())
        for row in s.take(ledger, lambda r, n=name: r.truth.get(n) is not None, 0.4, 1):
            spoil(
                row,
                ledger,
                ledger.col(name).label,
                None,
                "required_empty" if name in required else "empty",
                expect={name: None},
                flags=["E-MISSING"] if name in required else (),
            )


def measures(s, ledger) -> None:
    units = {
        "depth_cm": "cm",
        "dia_cm": "cm",
        "step_mm": "mm",
        "height_cm": "cm",
        "clear_m": "m",
        "size_cm": "cm",
        "length_m": "m",
    }
    for name, unit in units.items():
        if not ledger.has(name):
            continue
        column = ledger.col(name)
        if column.kind == "N":
            continue
        has = lambda r, n=name: r.truth.get(n) not in (None, "?") and r.truth[n] >= 1  # noqa: E731
        number = (lambda v: f.full_width(f.number(v))) if s.city == "082112" else f.number
        text = f.full_width(unit) if s.city == "082112" else unit
        wave = "\uff5e" if s.cp932 else "\u301c"  # what cp932 has, and what NFKC leaves alone
        for row in s.take(ledger, has, 1.2):
            spoil(
                row,
                ledger,
                column.label,
                f"{number(row.truth[name])}{text}以上",
                "number_open",
                expect={name: row.truth[name]},
                flags=["W-OPEN"],
            )
        for row in s.take(ledger, has, 0.5):
            spoil(
                row,
                ledger,
                column.label,
                f"{number(row.truth[name])}{text}未満",
                "number_open",
                flags=["W-OPEN"],
                unchecked=[name],
                field=name,
            )
        for row in s.take(ledger, has, 0.8):
            low = max(1, int(row.truth[name] / 2))
            if low < row.truth[name]:
                spoil(
                    row,
                    ledger,
                    column.label,
                    f"{number(low)}{wave}{number(row.truth[name])}{text}",
                    "number_range",
                    expect={name: row.truth[name]},
                    repaired=False,
                )
        for row in s.take(ledger, has, 0.5):
            spoil(
                row,
                ledger,
                column.label,
                s.one(["なし", "－"]),
                "number_none",
                expect={name: None},
                repaired=False,
            )
        declared = s.city == "082287" and name != "depth_cm"
        if not declared:
            for row in s.take(ledger, has, 0.8):
                spoil(
                    row,
                    ledger,
                    column.label,
                    number(row.truth[name]),
                    "number_without_unit",
                    expect={name: row.truth[name]},
                    flags=["W-NOUNIT"],
                )
        for row in s.take(ledger, has, 0.3, 1):
            spoil(
                row,
                ledger,
                column.label,
                f"{number(row.truth[name])}㌢㍍?",
                "unit_damaged",
                unchecked=[name],
                field=name,
                may=["W-REST", "E-NUMBER", "W-NOUNIT", "W-UNIT"],
            )
    if ledger.col("count").kind != "N":
        for row in s.take(ledger, lambda r: r.truth.get("count") is not None, 0.8):
            spoil(
                row,
                ledger,
                ledger.col("count").label,
                "数箇所",
                "number_vague",
                expect={"count": None},
                flags=["W-VAGUE"],
            )


def bodies(s, ledger) -> None:
    column = ledger.col("body")
    rng = s.rng
    plants = [
        ("pii_phone", lambda p: (f"{p['p_phone']}に連絡", "[電話]に連絡"), 5),
        ("pii_phone_wide", lambda p: (f.full_width(p["p_phone"].replace("-", "")) + "まで", "[電話]まで"), 3),
        ("pii_name", lambda p: (f"{p['_family']}様より", "[氏名]様より"), 5),
        (
            "pii_mail",
            lambda p: ("返信は" + (p["p_email"] or "user1234@example.jp") + " へ", "返信は[メール] へ"),
            2,
        ),
        (
            "pii_plate",
            lambda p: (
                f"つくば{int(rng.integers(300, 599))}あ{int(rng.integers(10, 99))}-{int(rng.integers(10, 99))}の車",
                "[車両番号]の車",
            ),
            2,
        ),
    ]
    for kind, make, share in plants:
        for row in s.take(ledger, lambda r: True, share, 3, 60):
            one = people.person(rng, s.city, row.source_row["_town"])
            raw, stored = make(one)
            text = row.truth["body"]
            row.source_row["_planted"] = _planted(kind, one, raw)
            spoil(
                row,
                ledger,
                column.label,
                f"{row.cells[column.label]}{raw}。",
                kind,
                expect={"body": f"{text}{stored}。"},
                repaired=False,
                may=["W-PII", "R-PII", "C-PII"],
            )
    for row in s.take(ledger, lambda r: True, 0.5):
        text = row.truth["body"] + "市役所0297-45-1111に電話済み。"
        spoil(row, ledger, column.label, text, "phone_allowed", expect={"body": text}, repaired=False)
    for row in s.take(ledger, lambda r: True, 0.8):
        lines = row.truth["body"].replace("。", "。\n").rstrip("\n")
        if "\n" in lines:
            spoil(
                row,
                ledger,
                column.label,
                lines,
                "line_break_in_cell",
                unchecked=["body"],
                field="body",
                repaired=False,
            )
    if s.city != "082244":
        for row in s.take(ledger, lambda r: True, 0.6):
            spoil(
                row,
                ledger,
                column.label,
                str(row.cells[column.label])[:6] + BROKEN + str(row.cells[column.label])[6:],
                "undecodable",
                outcome="set_aside",
                reason="E-DECODE",
                field="body",
            )


def _planted(kind, one, raw) -> list:
    return {
        "pii_phone": [one["p_phone"]],
        "pii_phone_wide": [raw.rstrip("まで")],
        "pii_name": [one["_family"] + "様"],
        "pii_mail": [raw.replace("返信は", "").replace(" へ", "")],
        "pii_plate": [raw.replace("の車", "")],
    }[kind]


def addresses(s, ledger) -> None:
    label = next(
        c.label
        for c in ledger.cols
        if c.field is None and c.label in ("場所", "要望場所", "所在地", "要望箇所")
    )
    foreign = {
        "082244": "坂東市岩井4365番地",
        "082112": "守谷市大柏950番地1",
        "082287": "常総市水海道諏訪町3222番地3",
        "082350": "守谷市大柏950番地1",
    }[s.city]
    own = {
        "082244": "岩井4365番地",
        "082112": "大柏950番地1",
        "082287": "水海道諏訪町3222番地3",
        "082350": "大柏950番地1",
    }[s.city]
    for row in s.take(ledger, lambda r: r.xy is not None, 0.8):
        spoil(
            row,
            ledger,
            label,
            own,
            "address_of_other_city",
            flags=["W-CITY"],
            unchecked=["address", "gl"],
            field="address",
        )
    for row in s.take(ledger, lambda r: r.xy is not None, 0.4):
        spoil(
            row,
            ledger,
            label,
            foreign,
            "address_names_other_city",
            may=["W-CITY", "W-OUTAREA"],
            unchecked=["address", "gl"],
            field="address",
            repaired=False,
        )
    for row in s.take(ledger, lambda r: r.xy is not None, 0.6):
        spoil(
            row,
            ledger,
            label,
            "取手市戸頭1丁目",
            "address_outside_area",
            flags=["W-OUTAREA"],
            unchecked=["address", "gl"],
            field="address",
        )
    for row in s.take(ledger, lambda r: r.xy is None, 0.8):
        one = people.person(s.rng, s.city, row.source_row["_town"])
        row.source_row["_planted"] = [one["_family"] + "様"]
        spoil(
            row,
            ledger,
            label,
            f"{one['_family']}様宅前",
            "address_is_a_person",
            expect={"gl": "9"},
            flags=["W-PII"],
            unchecked=["address", "landmark"],
        )
    for row in s.take(
        ledger,
        lambda r: r.truth.get("address") not in (None, "?")
        and "-" in r.truth["address"]
        and r.xy is not None,
        1.0,
    ):
        raw = row.truth["address"].replace("-", "―" if s.cp932 else "−")
        spoil(
            row,
            ledger,
            label,
            raw,
            "dash_in_address",
            expect={"address": row.truth["address"]},
            repaired=True,
            may=["R-DASH"],
        )


def links(s, by) -> None:
    damages, works = by["damages"], by["works"]
    labels = [c.label for c in damages.cols if c.field is None]
    facility = next(label for label in labels if "施設" in label)
    request = next(label for label in labels if "受付" in label)
    for row in s.take(damages, lambda r: r.cells[facility], 0.8):
        spoil(
            row,
            damages,
            facility,
            f"F99-{int(s.rng.integers(90000, 99999))}",
            "facility_dangling",
            repaired=False,
            may=["W-REF", "E-REF"],
            field="fac_id",
        )
    for row in s.take(damages, lambda r: r.cells[request], 0.8):
        raw = {
            "082244": "R3-9{:03d}",
            "082112": "2021-99{:03d}",
            "082287": "2021-99{:03d}",
            "082350": "R3-99{:03d}",
        }[s.city].format(int(s.rng.integers(1, 999)))
        spoil(
            row,
            damages,
            request,
            raw,
            "request_dangling",
            repaired=False,
            may=["W-REF", "E-REF"],
            field="request",
        )
    damage = next(c.label for c in works.cols if c.field is None and "損傷" in c.label)
    for row in s.take(works, lambda r: True, 0.8):
        spoil(
            row,
            works,
            damage,
            f"2021-9{int(s.rng.integers(1000, 9999))}",
            "damage_dangling",
            repaired=False,
            may=["W-REF", "E-REF"],
            field="dmg_uuid",
        )
    for row in s.take(
        works, lambda r: r.cells[next(c.label for c in works.cols if c.label.startswith("業者"))], 0.4
    ):
        label = next(c.label for c in works.cols if c.label.startswith("業者"))
        spoil(
            row,
            works,
            label,
            "999-99",
            "contractor_dangling",
            repaired=False,
            may=["W-REF", "E-REF"],
            field="con_id",
        )


def city_codes(s, ledger) -> None:
    label = "市町村コード"
    if not any(c.label == label for c in ledger.cols):
        return
    for row in s.take(ledger, lambda r: True, 1.0):
        spoil(
            row,
            ledger,
            label,
            s.one(["082244", "08228", "082350"]),
            "other_city",
            outcome="set_aside",
            reason="E-OTHERCITY",
            field="city_code",
        )
    for row in s.take(ledger, lambda r: True, 0.5):
        spoil(row, ledger, label, "082113", "city_code_digit", flags=["E-CITYCD"], field="city_code")


def standards(s, ledger) -> None:
    """A threshold as a phrase, the way it stands in a city's rules."""
    column = ledger.col("repair")
    for row in ledger.rows[:1]:
        raw = f"深さ約{f.full_width(f.number(row.truth['repair']))}ｃｍ以上"
        spoil(
            row,
            ledger,
            column.label,
            raw,
            "standard_phrase",
            expect={"repair": row.truth["repair"]},
            flags=["W-OPEN"],
        )
