"""How each of the four cities keeps its ledgers: files, columns, words, dates, coordinates.

``ledgers(city, world, rng)`` -> list of Ledger; ``write(city, folder, ledgers)`` puts them into files.
"""

from __future__ import annotations

import datetime as dt

import shapely
from shapely.geometry import Point
from shapely.ops import transform

from . import forms as f
from . import standards, writers
from .area import CITY_NAMES, to_degrees, to_plane
from .codes import CODES
from .ledger import UNCHECKED, Col, build

# Words that a city uses instead of the lists' own names; its profile maps them back.
WORDS = {
    "082244": {
        "ST": {"S00": "受付済", "S15": "他機関へ転送", "S60": "業者手配済", "S99": "完了"},
        "CH": {"M2": "ホームページ", "M3": "通報アプリ", "G1": "区長要望"},
        "FT": {"F10": "防犯灯", "F15": "路肩の草", "F20": "路上", "F14": "街路樹・高木"},
    },
    "082112": {
        "ST": {"S99": "対応済", "S60": "発注済", "S30": "調査済"},
        "KD": {"K1": "通報", "K2": "要望", "K3": "陳情"},
        "FT": {"F10": "街灯", "F09": "ミラー", "F20": "道路敷", "F15": "草"},
    },
    "082287": {
        "FT": {code: f"{int(code[1:]):02d}" for code in CODES["FT"]},
        "ST": {"S99": "9", "S00": "0", "S60": "6"},
    },
    "082350": {
        "FT": {
            "F10": "灯",
            "F09": "鏡",
            "F08": "柵",
            "F20": "路上",
            "F15": "草",
            "F17": "歩道橋等",
            "F13": "視線誘導標",
            "F19": "点字ブロック",
            "F01": "車道",
            "F02": "歩道",
            "F18": "擁壁",
        },
        "DT": {"D22": "凍結", "D17": "倒木等", "D16": "枝", "D11": "詰まり"},
        "ST": {"S99": "完", "S60": "手配中"},
    },
}


def word(city: str, name: str):
    """code -> the city's word."""
    own = WORDS[city].get(name, {})
    return lambda code: own.get(code, CODES[name][code])


def pick(*choices):
    """A writer that takes one of several forms, with weights: (write, weight), ..."""
    total = sum(w for _, w in choices)

    def write(value, item, rng):
        at = rng.random() * total
        chosen = choices[-1][0]
        for form, weight in choices:
            at -= weight
            if at <= 0:
                chosen = form
                break
        return chosen(value)

    return write


def moment(*choices, date_only=None, share=0.0):
    """As pick, for date-times; a share is written without a time, which then is midnight."""
    base = pick(*choices)

    def write(value, item, rng):
        if date_only and rng.random() < share:
            item.setdefault("_truth", {})[item.get("_field", "received_at")] = value[:10] + "T00:00:00+09:00"
            return date_only(value)
        return base(value, item, rng)

    return write


def mark(yes: str, no):
    return lambda value: yes if value else no


def excel_date(text: str):
    return dt.date.fromisoformat(text[:10])


# -- places ------------------------------------------------------------------------------------------------


def prepare(items, dms=False) -> None:
    """Degrees of each point as the ledger can say them, and the plane metres that they mean."""
    for item in items:
        if "_x" not in item:
            continue
        lon, lat = to_degrees.transform(item["_x"], item["_y"])
        lat, lon = (f.dms_rounded(lat), f.dms_rounded(lon)) if dms else (round(lat, 7), round(lon, 7))
        item["_lat"], item["_lon"] = lat, lon
        x, y = to_plane.transform(lon, lat)
        item["_x"], item["_y"] = round(x, 2), round(y, 2)


def lat(write=lambda v: f"{v:.7f}"):
    return lambda item, rng: write(item["_lat"]) if item.get("_located", True) else None


def lon(write=lambda v: f"{v:.7f}"):
    return lambda item, rng: write(item["_lon"]) if item.get("_located", True) else None


def north(item, rng):
    return f"{item['_y']:.2f}" if item.get("_located", True) else None


def east(item, rng):
    return f"{item['_x']:.2f}" if item.get("_located", True) else None


def degrees(geometry):
    return transform(to_degrees.transform, geometry)


# -- words for roads and places ----------------------------------------------------------------------------


def route_text(city, key, rng) -> str:
    """A route as this city's clerks write it."""
    parts = key.split("-")
    rc, no, branch = parts[1], int(parts[2]), parts[3] if len(parts) > 3 else None
    if rc[0] == "N":
        text = f"国道{no}号"
        return f.full_width(text) if city == "082112" else text
    if rc[0] == "P":
        text = f"県道{no}号"
        return f.full_width(text) if city == "082112" else text
    level = int(rc[1])
    if city == "082244":
        return f"{level}-{no:04d}" + (f"-{branch}" if branch else "")
    if city == "082112":
        if branch:
            return f"{level}-{no:04d}-{branch}"
        return f.full_width(f"{level}級{no}号線" if level < 3 else f"その他{no}号線")
    if city == "082287":
        if level < 3:
            return f"市道{level}級{no}号線"
        return f"3-{no:04d}" + (f"-{branch}" if branch else "")
    if branch:
        return f"{level}-{no:04d}-{branch}"
    return f"{'ⅠⅡ'[level - 1]}-{no}" if level < 3 else f"3-{no:04d}"


def route_col(label, city, wide=24):
    return Col(label, "route_key", lambda value, item, rng: route_text(city, value, rng), wide=wide)


def address_text(item, rng):
    """Where it is, in words; what it means goes to the truth (address, and gl where no point says it)."""
    city, town = CITY_NAMES[item["_city"]], item["_town"]
    a, b = item["_lot"]
    plain = not any(mark in town for mark in ("丁目", "大字", "字"))
    truth = item.setdefault("_truth", {})
    lot, says = f"{town}{a}番地" + (f"{b}" if b else ""), f"{city}{town}{a}" + (f"-{b}" if b else "")
    if item.get("_located", True):
        form = int(rng.choice(3, p=[0.6, 0.25, 0.15]))
        texts = [lot, f"{lot}先" if b is None else f"{lot}地先", f"{town}{a}付近"]
        truth["address"] = [says, says, f"{city}{town}{a}"][form] if plain else UNCHECKED
        return texts[form]
    form = int(rng.choice(6, p=[0.3, 0.2, 0.2, 0.1, 0.1, 0.1]))
    texts = [
        lot,
        f"{lot}先" if b is None else f"{lot}地先",
        f"{town}地内",
        f"{town}{a}付近",
        "市内一円",
        f"{town}交差点",
    ]
    truth["gl"] = ["2", "5", "6", "5", "8", "4"][form] if plain else UNCHECKED
    truth["address"] = (
        [says, says, f"{city}{town}", f"{city}{town}{a}", UNCHECKED, UNCHECKED][form] if plain else UNCHECKED
    )
    return texts[form]


def address_col(label, city, wide=80):
    def write(item, rng):
        item["_city"] = city
        text = address_text(item, rng)
        return f.full_width(text) if city == "082112" else text

    return Col(label, None, write, wide=wide)


def ref(of: str, write):
    """A reference: the truth is '@' and the source key of the other row."""

    def get(item, rng):
        other = item.get(of)
        return None if other is None else write(other)

    return get


PEOPLE = [
    ("p_name", "氏名"),
    ("p_kana", "フリガナ"),
    ("p_phone", "電話番号"),
    ("p_address", "住所"),
    ("p_email", "メール"),
]


def ledgers(city: str, world: dict, rng) -> list:
    from . import bando, joso, moriya, tsukubamirai

    module = {"082244": moriya, "082112": joso, "082287": bando, "082350": tsukubamirai}[city]
    return module.ledgers(world, rng)


def write(city: str, folder, made: list) -> None:
    from . import bando, joso, moriya, tsukubamirai

    folder.mkdir(parents=True, exist_ok=True)
    module = {"082244": moriya, "082112": joso, "082287": bando, "082350": tsukubamirai}[city]
    module.write(folder, made)


def standards_rows(city: str) -> list:
    rows = []
    for row in standards.of_city(city):
        rows.append({**row, "ver": "2026-03", "scope": "city", "scope_key": city, "valid_from": "2026-04-01"})
    return rows


def references(world, kinds) -> list:
    """Reference features as items: kind, name_ja, ref_id, _geom in plane metres."""
    return [r for r in world["reference"] if r["kind"] in kinds]


def point_geom(crs=None):
    def make(item):
        if not item.get("_located", True):
            return None
        return Point(item["_x"], item["_y"]) if crs is None else Point(item["_lon"], item["_lat"])

    return make


__all__ = ["Col", "Point", "build", "ledgers", "shapely", "write", "writers"]
