"""つくばみらい市: shapefiles with cp932 names cut at 10 bytes, degrees in minutes and seconds, several encodings."""

from __future__ import annotations

from . import forms as f
from . import writers
from .cities import (
    PEOPLE,
    Col,
    address_col,
    build,
    degrees,
    lat,
    lon,
    mark,
    moment,
    pick,
    point_geom,
    prepare,
    references,
    route_col,
    route_text,
    standards_rows,
    word,
)
from .joso import GEOGRAPHIC
from .moriya import contractor_cols, measure_word

CITY = "082350"
date = pick((f.slash, 50), (f.wareki_kanji, 20), (f.wareki_short, 15), (f.packed, 15))
PLANE = (
    'PROJCS["JGD2011 / Japan Plane Rectangular CS IX",GEOGCS["JGD2011",DATUM["Japanese_Geodetic_Datum_2011",'
    'SPHEROID["GRS 1980",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],'
    'PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",36],PARAMETER["central_meridian",139.833333333333],'
    'PARAMETER["scale_factor",0.9999],PARAMETER["false_easting",0],PARAMETER["false_northing",0],UNIT["metre",1],AUTHORITY["EPSG","6677"]]'
)


def angle(value, item, rng):
    """One row, one form; the forms vary from row to row."""
    if "_form" not in item:
        item["_form"] = int(rng.choice(5, p=[0.62, 0.12, 0.1, 0.1, 0.06]))
    return (f.dms, f.dms_kanji, f.dms_dots, f.dms_packed, lambda v: f"{v:.7f}")[item["_form"]](value)


def dms_lat(item, rng):
    return angle(item["_lat"], item, rng) if item.get("_located", True) else None


def dms_lon(item, rng):
    return angle(item["_lon"], item, rng) if item.get("_located", True) else None


def req_no(item) -> str:
    fy = item["_fy"]
    return f"{'R' if fy >= 2019 else 'H'}{fy - 2018 if fy >= 2019 else fy - 1988}-{item['_seq']:05d}"


def ledgers(world, rng):
    w, out = (lambda name: word(CITY, name)), []
    yes = mark("○", "×")
    out.append(
        build(
            CITY,
            "routes",
            "route",
            [
                Col("路線コード", None, lambda item, rng: route_text(CITY, item["route_key"], rng), wide=24),
                Col("道路種別区分", "rc", w("RC"), wide=20),
                Col("路線番号", "route_no", wide=6, kind="N"),
                Col("枝番", "branch", wide=4),
                Col("路線名称", "name_ja", wide=60),
                Col("起点地名", "start_ja", wide=40),
                Col("終点地名", "end_ja", wide=40),
                Col("実延長", "length_m", wide=9, kind="N", decimals=1),
                Col("幅員", "width_m", wide=6, kind="N", decimals=1),
                Col("認定告示年月日", "certified_on", date, wide=24),
                Col("舗装種別", "pt", w("PT"), wide=20),
                Col("緊急輸送道路", "em", wide=4),
                Col("バス路線", "is_bus", yes, wide=2),
                Col("通学路", "is_school", yes, wide=2),
                Col("交通量調査値", "adt", wide=7, kind="N"),
                Col("出典", "adt_src", wide=6),
                Col("規制速度", "speed_kmh", wide=4, kind="N"),
                Col("管理者区分", "ad", w("AD"), wide=24),
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
                    "区間番号",
                    None,
                    lambda item, rng: f"{route_text(CITY, item['route_key'], rng)}/{item['seq']:03d}",
                    wide=30,
                ),
                route_col("路線コード", CITY, 24),
                Col("区間順序", "seq", wide=4, kind="N"),
                Col("起点からの距離", "from_m", wide=9, kind="N", decimals=1),
                Col("終点までの距離", "to_m", wide=9, kind="N", decimals=1),
                Col("区間延長", "length_m", wide=9, kind="N", decimals=1),
                Col("車道幅員", "width_m", wide=6, kind="N", decimals=1),
                Col("車線数", "ln", wide=2),
                Col("舗装種別", "pt", w("PT"), wide=20),
                Col("舗装年度", "paved_year", f.wareki_fy, wide=14),
                Col("ひび割れ率", "crack_pct", wide=6, kind="N", decimals=1),
                Col("わだち掘れ量", "rut_mm", wide=6, kind="N", decimals=1),
                Col("平坦性", "sigma_mm", wide=6, kind="N", decimals=2),
                Col("ＩＲＩ値", "iri", wide=6, kind="N", decimals=2),
                Col("点検年月日", "insp_date", f.wareki_dot, wide=14),
                Col("点検方法", "insp_method", wide=10),
                Col("バス路線", "is_bus", yes, wide=2),
                Col("通学路", "is_school", yes, wide=2),
                Col("緊急輸送道路", "em", wide=2),
                Col("日交通量", "adt", wide=7, kind="N"),
                Col("沿道地域区分", "ap", w("AP"), wide=10),
                Col("規制速度", "speed_kmh", wide=4, kind="N"),
                Col("歩道設置", "sidewalk", wide=4),
            ],
            world["sections"],
            ["区間番号"],
            rng,
            geom=lambda item: item["_geom"],
        )
    )
    facs = world["facilities"]
    prepare(facs)
    out.append(
        build(
            CITY,
            "facilities",
            "facility",
            [
                Col("施設管理番号", "fac_id", wide=12),
                Col("施設種別名称", "ft", w("FT"), wide=14),
                Col("施設名称", "fac_name", wide=24),
                route_col("路線コード", CITY, 20),
                Col("左右別", "side", {"L": "左", "R": "右", "C": "中"}.get, wide=4),
                Col("距離標", "chain_m", wide=8, kind="N", decimals=1),
                Col("数量", "count", wide=7, kind="N", decimals=1),
                Col("単位", "qty_unit", wide=4),
                Col("材質", "material", wide=14),
                Col("設置年度", "install_year", f.wareki_fy, wide=14),
                Col("排水施設種別", "dg", w("DG"), wide=16),
                Col("光源種別", "hl", w("HL"), wide=10),
                Col("灯高", "height_m", wide=5, kind="N", decimals=1),
                Col("所有者", "owner", wide=2),
                Col("管理番号札", "pole_no", wide=10),
                Col("健全性診断", "insp_grade", wide=4),
                Col("点検実施年月日", "insp_date", f.wareki_dot, wide=14),
                Col("現況", "status", wide=4),
                Col("所在地", None, lambda item, rng: item["address"], wide=34),
            ],
            facs,
            ["施設管理番号"],
            rng,
            geom=point_geom("degrees"),
        )
    )
    reqs = world["requests"]
    prepare(reqs, dms=True)
    out.append(
        build(
            CITY,
            "requests",
            "request",
            [
                Col("受付番号", "req_no", lambda value, item: req_no(item)),
                Col(
                    "受付日時",
                    "received_at",
                    moment((f.slash_moment, 7), (f.wareki_moment, 3), date_only=f.kanji_weekday, share=0.12),
                ),
                Col("受付経路", "ch", w("CH")),
                Col("種別", "kd", w("KD")),
                Col("件名", "title"),
                Col("内容", "body"),
                *[Col("要望者" + label, field) for field, label in PEOPLE],
                Col("要望者行政区", "p_ward"),
                address_col("要望箇所", CITY),
                Col("目標物", "landmark"),
                Col("施設種別", "ft", w("FT")),
                Col("損傷種別", "dt", w("DT")),
                Col("管理者", "ad", w("AD")),
                route_col("路線番号", CITY),
                Col("緊急", "is_urgent", yes),
                Col("けが", "injury", yes),
                Col("担当", "assigned_to"),
                Col("転送先", "transfer_to"),
                Col("転送日時", "transferred_at", f.slash_moment),
                Col("要回答", "reply_need", mark("✓", "×")),
                Col("回答日時", "replied_at", f.slash_moment),
                Col("対応期限", "rs", w("RS")),
                Col("初回確認日時", "first_visit_at", f.slash_moment),
                Col("完了日時", "closed_at", f.slash_moment),
                Col("処理状況", "st", w("ST")),
                Col("緯度", None, dms_lat),
                Col("経度", None, dms_lon),
            ],
            reqs,
            ["受付番号"],
            rng,
        )
    )
    for row in out[-1].rows:  # ✓ is not in cp932: this city writes レ
        if row.cells["要回答"] == "✓":
            row.cells["要回答"] = "レ"
    dmgs = world["damages"]
    for d in dmgs:
        d["_x"], d["_y"] = (d["_req"]["_x"], d["_req"]["_y"]) if d["_req"] else (d["_x"], d["_y"])
    prepare(dmgs, dms=True)
    number = {"wide": 7, "kind": "N", "decimals": 2}
    measures = [
        ("深さcm", "depth_cm"),
        ("直径cm", "dia_cm"),
        ("幅cm", "width_cm"),
        ("長さm", "length_m"),
        ("段差mm", "step_mm"),
        ("草丈cm", "height_cm"),
        ("空間高m", "clear_m"),
        ("割合", "ratio_pct"),
        ("個数", "count"),
        ("程度", "level"),
        ("体積", "volume_m3"),
        ("角度", "angle_deg"),
        ("最大寸法cm", "size_cm"),
    ]
    out.append(
        build(
            CITY,
            "damages",
            "damage",
            [
                Col("損傷管理番号", "dmg_id", wide=12),
                Col("発見日時", "found_at", f.slash_moment, wide=20),
                Col("発見区分", "found_by", wide=6),
                Col(
                    "受付番号",
                    None,
                    lambda item, rng: req_no(item["_req"]) if item["_req"] else None,
                    wide=12,
                ),
                Col("施設種別", "ft", w("FT"), wide=24),
                Col("損傷種別", "dt", w("DT"), wide=20),
                route_col("路線番号", CITY, 20),
                Col("施設管理番号", None, lambda item, rng: item["fac_id"], wide=12),
                Col("発生位置", "position", wide=10),
                *[Col(label, field, **number) for label, field in measures],
                Col("空洞", "cavity", yes, wide=2),
                Col("大型動物", "large", yes, wide=2),
                Col("計測年月日", "measured_on", date, wide=24),
                Col("計測者", "measurer", wide=10),
                Col("原因", "cause", wide=24),
                Col("処理状況", "st", w("ST"), wide=14),
                Col("緯度", None, dms_lat, wide=24),
                Col("経度", None, dms_lon, wide=26),
            ],
            dmgs,
            ["損傷管理番号"],
            rng,
        )
    )
    out.append(
        build(
            CITY,
            "works",
            "work",
            [
                Col("工事番号", "work_id"),
                Col("損傷管理番号", None, lambda item, rng: item["_dmg"]["dmg_id"]),
                Col("応急・本復旧", "phase"),
                Col("工種", "wk", w("WK")),
                Col("業者番号", None, lambda item, rng: item["_con"]["con_id"] if item["_con"] else None),
                Col("発注形態", "of", w("OF")),
                Col("指示日時", "ordered_at", lambda v, i: _midnight(i, "ordered_at", v)),
                Col("予定日", "planned_on", date),
                Col("着工日時", "started_at", f.slash_moment),
                Col("しゅん工日時", "finished_at", f.slash_moment),
                Col("数量", "qty"),
                Col("単位", "qty_unit"),
                Col("金額", "cost_yen", lambda v: f"¥{v:,}"),
                Col("金額区分", "cost_kind"),
                Col("財源", "fd", w("FD")),
                Col("支払", "po", w("PO")),
                Col("使用材料", "material"),
                Col("検査日時", "inspected_at", f.slash_moment),
                Col("検査員", "inspector"),
                Col("検査結果", "fs", w("FS")),
                Col("報告書番号", "report_no"),
                Col("報告日時", "report_at", f.slash_moment),
                Col("摘要", "note"),
            ],
            world["works"],
            ["工事番号"],
            rng,
        )
    )
    for row in out[-1].rows:
        if row.cells["金額"]:
            row.cells["金額"] = row.cells["金額"][1:] + "円"
    out.append(
        build(
            CITY,
            "patrols",
            "patrol",
            [
                Col("巡視番号", "pat_id"),
                Col("巡視種別", "pat_type"),
                Col("実施年月日", "date", date),
                Col("開始日時", "start_at", f.slash_moment),
                Col("終了日時", "end_at", f.slash_moment),
                Col("班名", "crew"),
                Col("車両", "vehicle"),
                Col("業者番号", None, lambda item, rng: item["_con"]["con_id"] if item["_con"] else None),
                Col("天候", "weather"),
                Col("走行距離", "dist_km", f.with_unit("km")),
                Col("発見件数", "found_n"),
                Col("備考", "note"),
            ],
            world["patrols"],
            ["巡視番号"],
            rng,
        )
    )
    out.append(
        build(
            CITY,
            "contractors",
            "contractor",
            contractor_cols(date, "○", "×"),
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
                Col("番号", "std_id"),
                Col("施設", "ft", w("FT")),
                Col("損傷", "dt", w("DT")),
                Col("測定項目", "measure", measure_word),
                Col("単位", "unit"),
                Col("不等号", "op", {">=": "≧", "<=": "≦"}.get),
                Col("経過観察値", "watch"),
                Col("補修値", "repair"),
                Col("緊急値", "emerg"),
                Col("補修値1級", "repair_c1"),
                *[Col(f"応急{n}級", f"rs_tmp_c{n}") for n in (1, 2, 3)],
                *[Col(f"本復旧{n}級", f"rs_perm_c{n}") for n in (1, 2, 3)],
                Col("適用開始日", "valid_from", f.wareki_dot),
            ],
            standards_rows(CITY),
            ["番号"],
            rng,
        )
    )
    seen, items = set(), []
    for item in references(world, ("TW", "SH", "RV", "ER", "SR", "BR")):
        if item["name_ja"] not in seen:
            seen.add(item["name_ja"])
            items.append(item)
    names = {
        "TW": "町名",
        "SH": "避難場所",
        "RV": "河川",
        "ER": "緊急輸送道路",
        "SR": "通学路",
        "BR": "バス路線",
    }
    out.append(
        build(
            CITY,
            "reference",
            "reference",
            [Col("Name", "name_ja"), Col("description", None, lambda item, rng: names[item["kind"]])],
            items,
            ["Name"],
            rng,
            geom=lambda item: degrees(item["_geom"]),
            file=lambda item: f"{names[item['kind']]}.kml",
        )
    )
    return out


def _midnight(item, field, value):
    item.setdefault("_truth", {})[field] = value[:10] + "T00:00:00+09:00"
    return f.slash(value)


def write(folder, made):
    by = {ledger.source: ledger for ledger in made}
    labels = {source: [c.label for c in ledger.cols] for source, ledger in by.items()}
    for source, name, encoding in (
        ("requests", "要望受付.csv", "cp932"),
        ("works", "補修工事.csv", "cp932"),
        ("patrols", "巡視記録.csv", "euc_jp"),
        ("contractors", "業者一覧.tsv", "utf-16"),
        ("standards", "管理水準.csv", "utf-8"),
    ):
        writers.write_csv(
            folder / name,
            labels[source],
            by[source].rows,
            encoding,
            delimiter="\t" if name.endswith("tsv") else ",",
        )
        for row in by[source].rows:
            row.file = name
    writers.write_dbf(folder / "路線台帳.dbf", by["routes"].cols, by["routes"].rows, "cp932")
    writers.write_dbf(folder / "損傷.dbf", by["damages"].cols, by["damages"].rows, "cp932", cpg="CP932")
    writers.write_shp(folder / "道路区間.shp", by["sections"].cols, by["sections"].rows, "cp932", prj=PLANE)
    writers.write_shp(
        folder / "道路施設.shp",
        by["facilities"].cols,
        by["facilities"].rows,
        "cp932",
        prj=GEOGRAPHIC,
        cpg="CP932",
    )
    for source, name in (
        ("routes", "路線台帳.dbf"),
        ("damages", "損傷.dbf"),
        ("sections", "道路区間.shp"),
        ("facilities", "道路施設.shp"),
    ):
        for row in by[source].rows:
            row.file = name
    for name in dict.fromkeys(r.file for r in by["reference"].rows):
        writers.write_kml(folder / name, name[:-4], [r for r in by["reference"].rows if r.file == name])


__all__ = ["ledgers", "write", "lat", "lon"]
