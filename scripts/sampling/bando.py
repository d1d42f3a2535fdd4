"""坂東市: csv in utf-8 with a byte order mark, plane coordinates.

One file has its axes swapped, the lights are in the old datum.
"""

from __future__ import annotations

import pyproj
from shapely.geometry import Point

from . import forms as f
from . import writers
from .cities import (
    PEOPLE,
    Col,
    address_col,
    build,
    degrees,
    east,
    mark,
    moment,
    north,
    pick,
    references,
    route_col,
    route_text,
    standards_rows,
    word,
)
from .moriya import contractor_cols, measure_word

CITY = "082287"
date = pick((f.slash, 55), (f.packed, 15), (f.kanji, 15), (lambda v: v, 15))
OLD = (
    'PROJCS["Tokyo / Japan Plane Rectangular CS IX",GEOGCS["Tokyo",DATUM["Tokyo",'
    'SPHEROID["Bessel 1841",6377397.155,299.1528128]],'
    'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],'
    'PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",36],'
    'PARAMETER["central_meridian",139.833333333333],PARAMETER["scale_factor",0.9999],PARAMETER["false_easting",0],'
    'PARAMETER["false_northing",0],UNIT["metre",1],AUTHORITY["EPSG","30169"]]'
)
# Old-datum coordinates by the three-parameter shift between the two ellipsoids (-146.414, 507.337, 680.507 m).
to_old = pyproj.Transformer.from_pipeline(
    "+proj=pipeline +step +inv +proj=tmerc +lat_0=36 +lon_0=139.833333333333 +k=0.9999 +ellps=GRS80 "
    "+step +proj=cart +ellps=GRS80 "
    "+step +inv +proj=helmert +x=-146.414 +y=507.337 +z=680.507 +step +inv +proj=cart +ellps=bessel "
    "+step +proj=tmerc +lat_0=36 +lon_0=139.833333333333 +k=0.9999 +ellps=bessel"
)


def req_no(item) -> str:
    return f"{item['_fy']}-{item['_seq']:05d}"


def ledgers(world, rng):
    w, out = (lambda name: word(CITY, name)), []
    yes = mark("有", "無")
    out.append(
        build(
            CITY,
            "routes",
            "route",
            [
                Col("路線コード", None, lambda item, rng: route_text(CITY, item["route_key"], rng)),
                Col("道路種別", "rc", w("RC")),
                Col("番号", "route_no"),
                Col("枝", "branch"),
                Col("名称", "name_ja"),
                Col("起点", "start_ja"),
                Col("終点", "end_ja"),
                Col("延長m", "length_m"),
                Col("幅員m", "width_m"),
                Col("認定", "certified_on", pick((f.slash, 8), (lambda v: f.wareki_kanji(v), 2))),
                Col("舗装", "pt", w("PT")),
                Col("緊急", "em"),
                Col("バス", "is_bus", yes),
                Col("通学", "is_school", yes),
                Col("交通量", "adt", lambda v: f"{v:,}"),
                Col("交通量出典", "adt_src"),
                Col("速度", "speed_kmh"),
                Col("管理者", "ad"),
            ],
            world["routes"],
            ["路線コード"],
            rng,
        )
    )
    out.append(
        build(
            CITY,
            "sections",
            "section",
            [
                Col(
                    "id",
                    None,
                    lambda item, rng: f"{route_text(CITY, item['route_key'], rng)}_{item['seq']:03d}",
                ),
                route_col("路線", CITY),
                Col("連番", "seq"),
                Col("始点", "from_m"),
                Col("終点", "to_m"),
                Col("延長", "length_m"),
                Col("幅員", "width_m"),
                Col("車線", "ln"),
                Col("舗装", "pt"),
                Col("舗装年", "paved_year"),
                Col("ひび割れ", "crack_pct"),
                Col("わだち", "rut_mm"),
                Col("平坦性", "sigma_mm"),
                Col("IRI", "iri"),
                Col("調査日", "insp_date", f.slash),
                Col("方法", "insp_method"),
                Col("バス", "is_bus", yes),
                Col("通学", "is_school", yes),
                Col("緊急", "em"),
                Col("交通量", "adt"),
                Col("地域", "ap"),
                Col("速度", "speed_kmh"),
                Col("歩道", "sidewalk"),
            ],
            world["sections"],
            ["id"],
            rng,
            geom=lambda item: degrees(item["_geom"]),
        )
    )
    cols = [
        Col("施設番号", "fac_id", wide=12),
        Col("種別コード", "ft", w("FT"), wide=4),
        Col("名称", "fac_name", wide=40),
        route_col("路線", CITY, 24),
        Col("側", "side", {"L": "左", "R": "右", "C": "中央"}.get, wide=4),
        Col("追加距離", "chain_m", wide=9, kind="N", decimals=1),
        Col("数量", "count", wide=9, kind="N", decimals=1),
        Col("単位", "qty_unit", wide=6),
        Col("材質", "material", wide=20),
        Col("設置年", "install_year", wide=5, kind="N"),
        Col("排水", "dg", w("DG"), wide=20),
        Col("光源", "hl", w("HL"), wide=14),
        Col("高さm", "height_m", wide=6, kind="N", decimals=1),
        Col("所有者", "owner", wide=4),
        Col("番号札", "pole_no", wide=10),
        Col("健全性", "insp_grade", wide=4),
        Col("点検日", "insp_date", f.slash, wide=20),
        Col("現況", "status", wide=6),
        Col("所在地", None, lambda item, rng: item["address"], wide=70),
    ]
    lights = [i for i in world["facilities"] if i["ft"] == "F10"]
    others = [i for i in world["facilities"] if i["ft"] != "F10"]
    out.append(
        build(
            CITY,
            "facilities",
            "facility",
            [*cols, Col("X座標", None, north), Col("Y座標", None, east)],
            others,
            ["施設番号"],
            rng,
        )
    )
    for item in lights:
        x, y = to_old.transform(item["_x"], item["_y"])
        item["_old"] = Point(round(x, 2), round(y, 2))
    out.append(
        build(CITY, "lights", "facility", cols, lights, ["施設番号"], rng, geom=lambda item: item["_old"])
    )
    out.append(
        build(
            CITY,
            "requests",
            "request",
            [
                Col("受付番号", "req_no", lambda value, item: req_no(item)),
                Col("受付日時", "received_at", moment((f.slash_moment, 1), date_only=f.packed, share=0.1)),
                Col("方法", "ch", w("CH")),
                Col("区分", "kd", w("KD")),
                Col("件名", "title"),
                Col("内容", "body"),
                *[Col(label, field) for field, label in PEOPLE],
                Col("行政区", "p_ward"),
                address_col("所在地", CITY),
                Col("目標", "landmark"),
                Col("施設コード", "ft", w("FT")),
                Col("損傷", "dt"),
                Col("管理者", "ad"),
                route_col("路線", CITY),
                Col("緊急性", "is_urgent", yes),
                Col("負傷", "injury", yes),
                Col("担当", "assigned_to"),
                Col("転送先", "transfer_to"),
                Col("転送日時", "transferred_at", f.slash_moment),
                Col("回答", "reply_need", mark("要", None)),
                Col("回答日時", "replied_at", f.slash_moment),
                Col("対応", "rs", w("RS")),
                Col("現地日時", "first_visit_at", f.slash_moment),
                Col("完了日時", "closed_at", f.slash_moment),
                Col("状態", "st", w("ST")),
                Col("X座標", None, north),
                Col("Y座標", None, east),
            ],
            world["requests"],
            ["受付番号"],
            rng,
        )
    )
    # 要 / 否 are words of their own here; an empty cell says nothing.
    for row in out[-1].rows:
        if row.cells["回答"] is None:
            row.truth["reply_need"] = None
    out.append(
        build(
            CITY,
            "damages",
            "damage",
            [
                Col("損傷番号", "dmg_id"),
                Col("発見日時", "found_at", f.slash_moment),
                Col("端緒", "found_by"),
                Col("受付番号", None, lambda item, rng: req_no(item["_req"]) if item["_req"] else None),
                Col("施設コード", "ft", w("FT")),
                Col("損傷", "dt", w("DT")),
                route_col("路線", CITY),
                Col("施設番号", None, lambda item, rng: item["fac_id"]),
                Col("位置", "position"),
                Col("深さ", "depth_cm", depth),
                Col("直径cm", "dia_cm"),
                Col("規模", None, size),
                Col("段差mm", "step_mm"),
                Col("草丈cm", "height_cm"),
                Col("空間高m", "clear_m"),
                Col("割合%", "ratio_pct"),
                Col("数", "count"),
                Col("程度", "level"),
                Col("体積m3", "volume_m3"),
                Col("角度", "angle_deg"),
                Col("寸法cm", "size_cm"),
                Col("空洞", "cavity", yes),
                Col("大型", "large", yes),
                Col("測定日", "measured_on", date),
                Col("測定者", "measurer"),
                Col("原因", "cause"),
                Col("状態", "st", w("ST")),
                Col("X座標", None, east),
                Col("Y座標", None, north),
            ],
            world["damages"],
            ["損傷番号"],
            rng,
        )
    )
    for row in out[-1].rows:
        item = row.source_row
        row.truth["width_cm"] = (
            None
            if item.get("width_cm") is None or item.get("length_m") is None
            else round(item["width_cm"] / 100, 2) * 100
        )
        row.truth["length_m"] = item.get("length_m")
    out.append(
        build(
            CITY,
            "works",
            "work",
            [
                Col("工事番号", "work_id"),
                Col("損傷番号", None, lambda item, rng: item["_dmg"]["dmg_id"]),
                Col("段階", "phase"),
                Col("工種", "wk", w("WK")),
                Col("業者", None, lambda item, rng: item["_con"]["con_id"] if item["_con"] else None),
                Col("発注", "of"),
                Col("指示", "ordered_at", lambda v, i: _midnight(i, "ordered_at", v)),
                Col("予定", "planned_on", pick((f.slash, 6), (f.serial, 4))),
                Col("着手", "started_at", f.slash_moment),
                Col("完了", "finished_at", f.slash_moment),
                Col("数量", "qty"),
                Col("単位", "qty_unit"),
                Col("金額(千円)", "cost_yen", lambda v: f.number(v / 1000)),
                Col("見積精算", "cost_kind"),
                Col("財源", "fd"),
                Col("支払", "po"),
                Col("材料", "material"),
                Col("検査", "inspected_at", f.slash_moment),
                Col("検査者", "inspector"),
                Col("判定", "fs"),
                Col("報告書", "report_no"),
                Col("報告", "report_at", f.slash_moment),
                Col("備考", "note"),
            ],
            world["works"],
            ["工事番号"],
            rng,
        )
    )
    out.append(
        build(
            CITY,
            "patrols",
            "patrol",
            [
                Col("巡回番号", "pat_id"),
                Col("種類", "pat_type"),
                Col("実施日", "date", date),
                Col("開始", "start_at", f.slash_moment),
                Col("終了", "end_at", f.slash_moment),
                Col("班", "crew"),
                Col("車", "vehicle"),
                Col("業者", None, lambda item, rng: item["_con"]["con_id"] if item["_con"] else None),
                Col("天候", "weather"),
                Col("距離km", "dist_km"),
                Col("発見", "found_n"),
                Col("備考", "note"),
            ],
            world["patrols"],
            ["巡回番号"],
            rng,
        )
    )
    out.append(
        build(
            CITY,
            "contractors",
            "contractor",
            contractor_cols(date, "1", "0"),
            world["contractors"],
            ["業者番号"],
            rng,
        )
    )
    out.append(
        build(
            CITY,
            "standards",
            "standard",
            [
                Col("基準", "std_id"),
                Col("施設コード", "ft", w("FT")),
                Col("損傷", "dt", w("DT")),
                Col("測定項目", "measure", measure_word),
                Col("単位", "unit"),
                Col("向き", "op"),
                Col("観察", "watch", phrase),
                Col("補修", "repair", phrase),
                Col("緊急", "emerg", phrase),
                Col("補修1級", "repair_c1", phrase),
                *[Col(f"応急C{n}", f"rs_tmp_c{n}") for n in (1, 2, 3)],
                *[Col(f"本復旧C{n}", f"rs_perm_c{n}") for n in (1, 2, 3)],
                Col("施行日", "valid_from", f.kanji),
            ],
            standards_rows(CITY),
            ["基準"],
            rng,
        )
    )
    items = references(world, ("SH", "SR", "ER", "BR", "TW", "RV"))
    out.append(
        build(
            CITY,
            "reference",
            "reference",
            [Col("番号", "ref_id"), Col("種類", "kind"), Col("名称", "name_ja")],
            items,
            ["番号"],
            rng,
            geom=lambda item: item["_geom"],
            file=lambda item: "参考_点.gpkg" if item["_geom"].geom_type == "Point" else "参考_線.gpkg",
        )
    )
    return out


def depth(value, item, rng):
    """Centimetres, now and then millimetres, always with the unit."""
    return f"{f.number(value * 10)}mm" if rng.random() < 0.15 else f"{f.number(value)}cm"


def size(item, rng):
    if item.get("width_cm") is not None and item.get("length_m") is not None:
        return f"W{f.number(round(item['width_cm'] / 100, 2))}×L{f.number(item['length_m'])}m"
    return f"L={f.number(item['length_m'])}m" if item.get("length_m") is not None else None


def phrase(value, item):
    unit = {"段階": "", "点": ""}.get(item["unit"], item["unit"])
    return f"{f.number(value)}{unit}"


def _midnight(item, field, value):
    item.setdefault("_truth", {})[field] = value[:10] + "T00:00:00+09:00"
    return f.slash(value)


def write(folder, made):
    by = {ledger.source: ledger for ledger in made}
    names = {
        "routes": "路線.csv",
        "facilities": "施設.csv",
        "requests": "要望.csv",
        "damages": "損傷.csv",
        "works": "工事.csv",
        "patrols": "巡回.csv",
        "contractors": "業者.csv",
        "standards": "管理水準.csv",
    }
    for source, name in names.items():
        writers.write_csv(
            folder / name,
            [c.label for c in by[source].cols],
            by[source].rows,
            "utf-8-sig",
            newline="\n",
            bad=b"\xff",
        )
        for row in by[source].rows:
            row.file = name
    sections = by["sections"]
    writers.write_geojson(
        folder / "道路区間.geojson", "道路区間", [c.label for c in sections.cols], sections.rows
    )
    for row in sections.rows:
        row.file = "道路区間.geojson"
    lights = by["lights"]
    writers.write_shp(folder / "照明灯_旧測地系.shp", lights.cols, lights.rows, "cp932", prj=OLD)
    for row in lights.rows:
        row.file = "照明灯_旧測地系.shp"
    for name, kind in (("参考_点.gpkg", "Point"), ("参考_線.gpkg", "MultiLineString")):
        ledger = by["reference"]
        writers.write_gpkg(
            folder / name,
            "参考",
            [c.label for c in ledger.cols],
            [r for r in ledger.rows if r.file == name],
            "EPSG:6677",
            kind,
        )
