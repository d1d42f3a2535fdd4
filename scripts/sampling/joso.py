"""常総市: csv in cp932, half-width katakana, full-width digits; sections in a UTF-8 shapefile with cut names."""

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
    prepare,
    references,
    route_col,
    route_text,
    standards_rows,
    word,
)
from .moriya import contractor_cols, measure_word

CITY = "082112"
date = pick((lambda v: f.full_width(f.slash(v)), 45), (f.slash, 30), (f.kanji, 15), (f.packed, 10))
GEOGRAPHIC = (
    'GEOGCS["JGD2011",DATUM["Japanese_Geodetic_Datum_2011",SPHEROID["GRS 1980",6378137,298.257222101]],'
    'PRIMEM["Greenwich",0],'
    'UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","6668"]]'
)


def req_no(item) -> str:
    return f.full_width(f"{item['_fy']}-{item['_seq']:05d}")


def kana(name):
    base = word(CITY, name)
    return lambda code: f.half_kana(base(code))


def wide(value):
    return f.full_width(f.number(value))


def ledgers(world, rng):
    out = []
    yes = mark("1", "0")
    text = pick((f.half_kana, 1))
    out.append(
        build(
            CITY,
            "routes",
            "route",
            [
                Col("路線コード", None, lambda item, rng: route_text(CITY, item["route_key"], rng)),
                Col("道路種別", "rc", kana("RC")),
                Col("路線番号", "route_no", wide),
                Col("枝番", "branch", f.full_width),
                Col("路線名称", "name_ja", text),
                Col("起点", "start_ja", text),
                Col("終点", "end_ja", text),
                Col("総延長", "length_m", f.full_with_unit("m")),
                Col("幅員", "width_m", f.full_with_unit("m")),
                Col("認定日", "certified_on", date),
                Col("舗装", "pt", kana("PT")),
                Col("緊急輸送", "em", kana("EM")),
                Col("ﾊﾞｽ", "is_bus", yes),
                Col("通学", "is_school", yes),
                Col("交通量", "adt", wide),
                Col("交通量区分", "adt_src"),
                Col("規制速度", "speed_kmh", wide),
                Col("管理", "ad", kana("AD")),
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
                    "区間ID",
                    None,
                    lambda item, rng: f"{route_text(CITY, item['route_key'], rng)}-{item['seq']:03d}",
                    wide=44,
                ),
                route_col("路線コード番号", CITY, 40),
                Col("順番", "seq", wide=4, kind="N"),
                Col("起点距離", "from_m", wide=9, kind="N", decimals=1),
                Col("終点距離", "to_m", wide=9, kind="N", decimals=1),
                Col("区間延長", "length_m", wide=9, kind="N", decimals=1),
                Col("道路幅員", "width_m", wide=6, kind="N", decimals=1),
                Col("車線数", "ln", kana("LN"), wide=24),
                Col("舗装種別区分", "pt", kana("PT"), wide=42),
                Col("舗装年度", "paved_year", wide=5, kind="N"),
                Col("ひび割れ率", "crack_pct", wide=6, kind="N", decimals=1),
                Col("わだち掘れ", "rut_mm", wide=6, kind="N", decimals=1),
                Col("平坦性", "sigma_mm", wide=6, kind="N", decimals=2),
                Col("IRI値", "iri", wide=6, kind="N", decimals=2),
                Col("調査年月日", "insp_date", f.packed, wide=20),
                Col("測定方法区分", "insp_method", wide=12),
                Col("バス路線", "is_bus", yes, wide=1),
                Col("通学路指定", "is_school", yes, wide=1),
                Col("緊急輸送道路区分", "em", kana("EM"), wide=30),
                Col("日交通量", "adt", wide=7, kind="N"),
                Col("地域区分", "ap", kana("AP"), wide=20),
                Col("規制速度", "speed_kmh", wide=4, kind="N"),
                Col("歩道区分", "sidewalk", wide=4),
            ],
            world["sections"],
            ["区間ID"],
            rng,
            geom=lambda item: degrees(item["_geom"]),
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
                Col("市町村コード", None, lambda item, rng: "08211"),
                Col("施設ID", "fac_id"),
                Col("種別", "ft", kana("FT")),
                Col("名称", "fac_name", text),
                route_col("路線", CITY),
                Col("左右", "side", {"L": "左", "R": "右", "C": "中"}.get),
                Col("距離標", "chain_m", f.full_with_unit("m")),
                Col("数量", "count", wide),
                Col("単位", "qty_unit", lambda v: f.full_width(v)),
                Col("材質", "material", text),
                Col("設置年度", "install_year"),
                Col("排水種別", "dg", kana("DG")),
                Col("光源", "hl", kana("HL")),
                Col("高さ", "height_m", f.full_with_unit("m")),
                Col("所有", "owner", kana("AD")),
                Col("管理番号", "pole_no", f.full_width),
                Col("健全度", "insp_grade"),
                Col("点検日", "insp_date", date),
                Col("現況", "status"),
                Col(
                    "所在", None, lambda item, rng: f.full_width(item["address"]) if item["address"] else None
                ),
                Col("緯度", None, lat()),
                Col("経度", None, lon()),
            ],
            facs,
            ["施設ID"],
            rng,
        )
    )
    for row in out[-1].rows:  # the class of units and numbers in full width means the same text in half width
        row.truth["qty_unit"] = row.source_row["qty_unit"]
    reqs = world["requests"]
    prepare(reqs)
    out.append(
        build(
            CITY,
            "requests",
            "request",
            [
                Col("市町村コード", None, lambda item, rng: "082112"),
                Col("受付No", "req_no", lambda value, item: req_no(item)),
                Col(
                    "受付日",
                    "received_at",
                    moment(
                        (lambda v: f.full_width(f.slash_moment(v)), 5),
                        (f.slash_moment, 4),
                        date_only=f.kanji_weekday,
                        share=0.12,
                    ),
                ),
                Col("受付手段", "ch", kana("CH")),
                Col("種類", "kd", kana("KD")),
                Col("件名", "title", text),
                Col("要望内容", "body", lambda v: f.full_width(f.half_kana(v))),
                *[
                    Col(
                        "申出人" + label,
                        field,
                        f.half_kana
                        if field == "p_kana"
                        else f.full_width
                        if field in ("p_phone", "p_address")
                        else None,
                    )
                    for field, label in PEOPLE
                ],
                address_col("要望場所", CITY),
                Col("目標物", "landmark", text),
                Col("対象施設", "ft", kana("FT")),
                Col("現象", "dt", kana("DT")),
                Col("管理区分", "ad", kana("AD")),
                route_col("路線", CITY),
                Col("至急", "is_urgent", yes),
                Col("事故", "injury", yes),
                Col("担当係", "assigned_to"),
                Col("引継先", "transfer_to"),
                Col("引継日時", "transferred_at", f.slash_moment),
                Col("回答希望", "reply_need", mark("有", "無")),
                Col("回答日時", "replied_at", f.slash_moment),
                Col("対応期限区分", "rs"),
                Col("現地確認日時", "first_visit_at", f.slash_moment),
                Col("完了日時", "closed_at", f.slash_moment),
                Col("状態", "st", kana("ST")),
                Col("緯度", None, lat()),
                Col("経度", None, lon()),
            ],
            reqs,
            ["受付No"],
            rng,
            file=lambda item: "苦情要望受付_H28-R2.csv" if item["_fy"] <= 2020 else "苦情要望受付_R3-R7.csv",
        )
    )
    dmgs = world["damages"]
    for d in dmgs:
        d["_x"], d["_y"] = (d["_req"]["_x"], d["_req"]["_y"]) if d["_req"] else (d["_x"], d["_y"])
    prepare(dmgs)
    measures = [
        ("深さ", "depth_cm", "cm"),
        ("径", "dia_cm", "cm"),
        ("幅", "width_cm", "cm"),
        ("長さ", "length_m", "m"),
        ("段差", "step_mm", "mm"),
        ("草丈", "height_cm", "cm"),
        ("建築限界", "clear_m", "m"),
        ("率", "ratio_pct", "%"),
        ("個数", "count", ""),
        ("ﾚﾍﾞﾙ", "level", ""),
        ("体積", "volume_m3", "m3"),
        ("角度", "angle_deg", "度"),
        ("大きさ", "size_cm", "cm"),
    ]
    out.append(
        build(
            CITY,
            "damages",
            "damage",
            [
                Col("損傷ID", "dmg_id", f.full_width),
                Col("発見日時", "found_at", f.slash_moment),
                Col("発見", "found_by"),
                Col("受付No", None, lambda item, rng: req_no(item["_req"]) if item["_req"] else None),
                Col("施設種別", "ft", kana("FT")),
                Col("損傷種別", "dt", kana("DT")),
                route_col("路線", CITY),
                Col("施設ID", None, lambda item, rng: item["fac_id"]),
                Col("位置", "position"),
                *[Col(label, field, f.full_with_unit(u) if u else wide) for label, field, u in measures],
                Col("空洞", "cavity", mark("あり", "なし")),
                Col("大型", "large", yes),
                Col("測定日", "measured_on", date),
                Col("測定者", "measurer", f.full_width),
                Col("原因", "cause"),
                Col("状態", "st", kana("ST")),
                Col("緯度", None, lat()),
                Col("経度", None, lon()),
            ],
            dmgs,
            ["損傷ID"],
            rng,
        )
    )
    out.append(
        build(
            CITY,
            "works",
            "work",
            [
                Col("工事ID", "work_id"),
                Col("損傷ID", None, lambda item, rng: f.full_width(item["_dmg"]["dmg_id"])),
                Col("段階", "phase"),
                Col("工種", "wk", kana("WK")),
                Col("業者番号", None, lambda item, rng: item["_con"]["con_id"] if item["_con"] else None),
                Col("発注", "of", kana("OF")),
                Col("指示日時", "ordered_at", lambda v, i: _midnight(i, "ordered_at", v)),
                Col("予定日", "planned_on", date),
                Col("着手日時", "started_at", f.slash_moment),
                Col("完了日時", "finished_at", f.slash_moment),
                Col("数量", "qty", wide),
                Col("数量単位", "qty_unit", f.full_width),
                Col("金額", "cost_yen", yen),
                Col("金額種別", "cost_kind"),
                Col("財源", "fd", kana("FD")),
                Col("支払", "po", kana("PO")),
                Col("材料", "material", text),
                Col("検査日時", "inspected_at", f.slash_moment),
                Col("検査", "inspector"),
                Col("合否", "fs", kana("FS")),
                Col("報告番号", "report_no"),
                Col("報告日時", "report_at", f.slash_moment),
                Col("摘要", "note", lambda v: f.full_width(f.half_kana(v))),
            ],
            world["works"],
            ["工事ID"],
            rng,
        )
    )
    out.append(
        build(
            CITY,
            "patrols",
            "patrol",
            [
                Col("番号", "pat_id"),
                Col("区分", "pat_type"),
                Col("日付", "date", date),
                Col("開始", "start_at", f.slash_moment),
                Col("終了", "end_at", f.slash_moment),
                Col("班員", "crew", f.full_width),
                Col("車両", "vehicle", f.full_width),
                Col("業者番号", None, lambda item, rng: item["_con"]["con_id"] if item["_con"] else None),
                Col("天気", "weather"),
                Col("距離", "dist_km", f.full_with_unit("km")),
                Col("発見数", "found_n", wide),
                Col("備考", "note"),
            ],
            world["patrols"],
            ["番号"],
            rng,
        )
    )
    out.append(
        build(
            CITY,
            "contractors",
            "contractor",
            contractor_cols(date, "有", "無"),
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
                Col("基準番号", "std_id"),
                Col("施設", "ft", kana("FT")),
                Col("損傷", "dt", kana("DT")),
                Col("測定", "measure", measure_word),
                Col("単位", "unit"),
                Col("比較", "op", {">=": "以上", "<=": "以下"}.get),
                Col("観察値", "watch", about),
                Col("補修値", "repair", about),
                Col("緊急値", "emerg", about),
                Col("1級補修値", "repair_c1", about),
                *[Col(f"応急{n}", f"rs_tmp_c{n}") for n in (1, 2, 3)],
                *[Col(f"復旧{n}", f"rs_perm_c{n}") for n in (1, 2, 3)],
                Col("適用日", "valid_from", f.slash),
            ],
            standards_rows(CITY),
            ["基準番号"],
            rng,
        )
    )
    items = references(world, ("RV", "BR"))
    out.append(
        build(
            CITY,
            "reference",
            "reference",
            [
                Col("Name", "name_ja"),
                Col(
                    "description",
                    None,
                    lambda item, rng: "模式図(測量成果ではない)" if item["kind"] == "RV" else "路線は架空",
                ),
            ],
            items,
            ["Name"],
            rng,
            geom=lambda item: degrees(item["_geom"]),
            file=lambda item: "河川.kml" if item["kind"] == "RV" else "バス路線.kml",
        )
    )
    return out


def about(value, item):
    """The standard as a phrase: 約５ｃｍ (its unit in words)."""
    unit = {"段階": "", "点": ""}.get(item["unit"], item["unit"])
    return "約" + f.full_width(f.number(value)).replace(".", "．") + f.full_width(unit)


def yen(value):
    return f"{value / 10000:g}万円" if value % 1000 == 0 and value >= 50000 else f"{value:,}円"


def _midnight(item, field, value):
    item.setdefault("_truth", {})[field] = value[:10] + "T00:00:00+09:00"
    return f.slash(value)


def write(folder, made):
    by = {ledger.source: ledger for ledger in made}
    names = {
        "routes": "認定路線一覧.csv",
        "facilities": "施設台帳.csv",
        "damages": "損傷調査.csv",
        "works": "工事台帳.csv",
        "patrols": "パトロール.csv",
        "contractors": "業者.csv",
        "standards": "維持基準.csv",
    }
    for source, name in names.items():
        writers.write_csv(folder / name, [c.label for c in by[source].cols], by[source].rows, "cp932")
        for row in by[source].rows:
            row.file = name
    for source, put in (
        (
            "requests",
            lambda path, ledger, rows: writers.write_csv(path, [c.label for c in ledger.cols], rows, "cp932"),
        ),
        ("reference", lambda path, ledger, rows: writers.write_kml(path, path.stem, rows)),
    ):
        for name in dict.fromkeys(r.file for r in by[source].rows):
            put(folder / name, by[source], [r for r in by[source].rows if r.file == name])
    sections = by["sections"]
    writers.write_shp(
        folder / "道路区間.shp", sections.cols, sections.rows, "utf-8", prj=GEOGRAPHIC, cpg="UTF-8"
    )
    for row in sections.rows:
        row.file = "道路区間.shp"
