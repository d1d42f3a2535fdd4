"""守谷市: workbooks with eras, titles above the header, merged and two-line headers, several sheets, totals."""

from __future__ import annotations

from . import forms as f
from . import writers
from .cities import (
    PEOPLE,
    Col,
    address_col,
    build,
    excel_date,
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

CITY = "082244"
date = pick((f.wareki_dot, 70), (f.wareki_kanji, 22), (f.wareki_packed, 8))
FACILITY_SHEETS = [
    ("舗装", "F01 F02 F03 F20"),
    ("排水", "F04 F05 F06 F07"),
    ("交通安全", "F08 F09 F11 F12 F13 F19"),
    ("照明", "F10"),
    ("植栽・草", "F14 F15"),
    ("構造物", "F16 F17 F18 F99"),
]


def req_no(item) -> str:
    fy = item["_fy"]
    return (f"R{fy - 2018}" if fy >= 2019 else f"H{fy - 1988}") + f"-{item['_seq']:04d}"


def fy_sheet(item) -> str:
    fy = item["_fy"]
    return f"H{fy - 1988}" if fy < 2019 else f"R{fy - 2018}"


def unit(text):
    """Numbers with their unit, now and then 約."""
    return lambda value, item, rng: ("約" if rng.random() < 0.12 else "") + f.number(value) + text


def ledgers(world, rng):
    w, out = (lambda name: word(CITY, name)), []
    yes = mark("○", "×")
    rc_sheet = {"C1": "1級・2級市道", "C2": "1級・2級市道", "C3": "その他市道"}
    out.append(
        build(
            CITY,
            "routes",
            "route",
            [
                Col("路線コード", None, lambda item, rng: route_text(CITY, item["route_key"], rng)),
                Col("種別", "rc", w("RC")),
                Col("番号", "route_no"),
                Col("枝番", "branch"),
                Col("路線名", "name_ja"),
                Col("起点", "start_ja"),
                Col("終点", "end_ja"),
                Col("延長\n(m)", "length_m"),
                Col("標準幅員\n(m)", "width_m"),
                Col("認定年月日", "certified_on", date),
                Col("舗装種別", "pt", w("PT")),
                Col("緊急輸送道路", "em", w("EM")),
                Col("バス路線", "is_bus", yes),
                Col("通学路", "is_school", mark("○", "-no")),
                Col("交通量\n(台/日)", "adt"),
                Col("測定・推定", "adt_src"),
                Col("制限速度\n(km/h)", "speed_kmh"),
                Col("管理者", "ad", w("AD")),
                Col("備考", None, lambda item, rng: None),
            ],
            sorted(world["routes"], key=lambda r: (r["rc"], r["route_no"], r["branch"] or "")),
            ["路線コード"],
            rng,
            sheet=lambda item: rc_sheet.get(item["rc"], "国県道(参考)"),
        )
    )
    for row in out[0].rows:  # 通学路: empty where it is none, which says nothing
        if row.cells["通学路"] == "-no":
            row.cells["通学路"], row.truth["is_school"] = None, None
    out.append(
        build(
            CITY,
            "sections",
            "section",
            [
                Col(
                    "区間コード",
                    None,
                    lambda item, rng: f"{route_text(CITY, item['route_key'], rng)}-{item['seq']:03d}",
                ),
                route_col("路線コード", CITY),
                Col("区間番号", "seq"),
                Col("起点側距離", "from_m"),
                Col("終点側距離", "to_m"),
                Col("延長", "length_m"),
                Col("幅員", "width_m"),
                Col("車線", "ln", w("LN")),
                Col("舗装種別", "pt", w("PT")),
                Col("舗装年度", "paved_year", f.wareki_fy),
                Col("ひび割れ率", "crack_pct"),
                Col("わだち掘れ量", "rut_mm"),
                Col("平坦性", "sigma_mm"),
                Col("IRI", "iri"),
                Col("調査年月日", "insp_date", date),
                Col("調査方法", "insp_method"),
                Col("バス路線", "is_bus", yes),
                Col("通学路", "is_school", yes),
                Col("緊急輸送道路", "em", w("EM")),
                Col("交通量", "adt"),
                Col("地域区分", "ap", w("AP")),
                Col("制限速度", "speed_kmh"),
                Col("歩道", "sidewalk"),
            ],
            world["sections"],
            ["区間コード"],
            rng,
            geom=lambda item: item["_geom"],
        )
    )
    facs = world["facilities"]
    prepare(facs)
    sheet_of = {ft: name for name, fts in FACILITY_SHEETS for ft in fts.split()}
    facs = sorted(facs, key=lambda i: ([n for n, _ in FACILITY_SHEETS].index(sheet_of[i["ft"]]), i["fac_id"]))
    out.append(
        build(
            CITY,
            "facilities",
            "facility",
            [
                Col("施設番号", "fac_id"),
                Col("施設種別", "ft", w("FT")),
                Col("名称", "fac_name"),
                route_col("路線", CITY),
                Col("左右", "side", {"L": "左", "R": "右", "C": "中央"}.get),
                Col("距離標(m)", "chain_m"),
                Col("数量", "count"),
                Col("単位", "qty_unit"),
                Col("材質", "material"),
                Col("設置年度", "install_year", f.wareki_fy),
                Col("排水種別", "dg", w("DG")),
                Col("光源", "hl", w("HL")),
                Col("高さ", "height_m", unit("m")),
                Col("所有者", "owner", w("AD")),
                Col("管理番号", "pole_no"),
                Col("健全性", "insp_grade"),
                Col("点検日", "insp_date", date),
                Col("現況", "status"),
                Col("所在地", None, lambda item, rng: item["address"]),
                Col("緯度", None, lat()),
                Col("経度", None, lon()),
            ],
            facs,
            ["施設番号"],
            rng,
            sheet=lambda item: sheet_of[item["ft"]],
        )
    )
    reqs = world["requests"]
    prepare(reqs)
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
                    moment((f.wareki_moment, 1), date_only=f.wareki_dot, share=0.15),
                ),
                Col("受付方法", "ch", w("CH")),
                Col("区分", "kd", w("KD")),
                Col("件名", "title"),
                Col("内容", "body"),
                *[Col("申出者" + label, field) for field, label in PEOPLE],
                Col("行政区", "p_ward"),
                address_col("場所", CITY),
                Col("目標物", "landmark"),
                Col("施設", "ft", w("FT")),
                Col("異常の種類", "dt", w("DT")),
                Col("管理者", "ad", w("AD")),
                route_col("路線", CITY),
                Col("緊急", "is_urgent", mark("○", None)),
                Col("事故・けが", "injury", mark("有", "無")),
                Col("担当", "assigned_to"),
                Col("転送先", "transfer_to"),
                Col("転送日", "transferred_at", lambda v, i: _cut(i, "transferred_at", v, f.wareki_dot)),
                Col("回答要否", "reply_need", mark("要", "否")),
                Col("回答日", "replied_at", lambda v, i: _cut(i, "replied_at", v, f.wareki_dot)),
                Col("対応区分", "rs", w("RS")),
                Col("現地確認日", "first_visit_at", lambda v, i: _cut(i, "first_visit_at", v, f.wareki_dot)),
                Col("完了日", "closed_at", lambda v, i: _cut(i, "closed_at", v, f.wareki_dot)),
                Col("処理状況", "st", w("ST")),
                Col("重複元", None, lambda item, rng: _dup(item, world)),
                Col("緯度", None, lat()),
                Col("経度", None, lon()),
            ],
            reqs,
            ["受付番号"],
            rng,
            sheet=fy_sheet,
        )
    )
    for row in out[-1].rows:
        if row.cells["緊急"] is None:
            row.truth["is_urgent"] = None
    dmgs = world["damages"]
    for d in dmgs:
        d["_x"], d["_y"] = (d["_req"]["_x"], d["_req"]["_y"]) if d["_req"] else (d["_x"], d["_y"])
    prepare(dmgs)
    measures = [
        ("深さ", "depth_cm", "cm"),
        ("直径", "dia_cm", "cm"),
        ("幅", "width_cm", "cm"),
        ("延長", "length_m", "m"),
        ("段差", "step_mm", "mm"),
        ("高さ", "height_cm", "cm"),
        ("空間高", "clear_m", "m"),
        ("割合", "ratio_pct", "%"),
        ("数量", "count", ""),
        ("程度", "level", ""),
        ("体積", "volume_m3", "m3"),
        ("角度", "angle_deg", "度"),
        ("寸法", "size_cm", "cm"),
    ]
    out.append(
        build(
            CITY,
            "damages",
            "damage",
            [
                Col("損傷番号", "dmg_id"),
                Col("発見日時", "found_at", f.wareki_moment),
                Col("発見区分", "found_by"),
                Col("受付番号", None, lambda item, rng: req_no(item["_req"]) if item["_req"] else None),
                Col("施設", "ft", w("FT")),
                Col("損傷", "dt", w("DT")),
                route_col("路線", CITY),
                Col("施設番号", None, lambda item, rng: item["fac_id"]),
                Col("位置", "position"),
                *[Col(label, field, unit(u) if u else None) for label, field, u in measures],
                Col("空洞", "cavity", mark("有", "無")),
                Col("大型", "large", mark("○", "×")),
                Col("測定日", "measured_on", date),
                Col("測定者", "measurer"),
                Col("原因", "cause"),
                Col("状況", "st", w("ST")),
                Col("緯度", None, lat()),
                Col("経度", None, lon()),
            ],
            dmgs,
            ["損傷番号"],
            rng,
        )
    )
    out.append(
        build(
            CITY,
            "works",
            "work",
            [
                Col("作業番号", "work_id"),
                Col("損傷番号", None, lambda item, rng: item["_dmg"]["dmg_id"]),
                Col("区分", "phase"),
                Col("作業種別", "wk", w("WK")),
                Col("業者番号", None, lambda item, rng: item["_con"]["con_id"] if item["_con"] else None),
                Col("発注形態", "of", w("OF")),
                Col("年度", None, lambda item, rng: _fy(item["ordered_at"])),
                Col("指示日", "ordered_at", lambda v, i: _cut(i, "ordered_at", v, f.wareki_dot)),
                Col("予定日", "planned_on", excel_date),
                Col("着手日時", "started_at", f.wareki_moment),
                Col("完了日時", "finished_at", f.wareki_moment),
                Col("数量", "qty"),
                Col("単位", "qty_unit"),
                Col("金額(円)", "cost_yen"),
                Col("金額区分", "cost_kind"),
                Col("財源", "fd", w("FD")),
                Col("支払区分", "po", w("PO")),
                Col("使用材料", "material"),
                Col("検査日", "inspected_at", lambda v, i: _cut(i, "inspected_at", v, f.wareki_dot)),
                Col("検査員", "inspector"),
                Col("判定", "fs", w("FS")),
                Col("報告書番号", "report_no"),
                Col("報告日", "report_at", lambda v, i: _cut(i, "report_at", v, f.wareki_dot)),
                Col("備考", "note"),
            ],
            world["works"],
            ["作業番号"],
            rng,
        )
    )
    out.append(
        build(
            CITY,
            "patrols",
            "patrol",
            [
                Col("日報番号", "pat_id"),
                Col("種類", "pat_type"),
                Col("実施日", "date", date),
                Col("開始", "start_at", f.wareki_moment),
                Col("終了", "end_at", f.wareki_moment),
                Col("班", "crew"),
                Col("車両", "vehicle"),
                Col("業者番号", None, lambda item, rng: item["_con"]["con_id"] if item["_con"] else None),
                Col("天候", "weather"),
                Col("走行距離(km)", "dist_km"),
                Col("発見件数", "found_n"),
                Col("特記事項", "note"),
            ],
            world["patrols"],
            ["日報番号"],
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
                Col("項目", "std_id"),
                Col("施設", "ft", w("FT")),
                Col("損傷", "dt", w("DT")),
                Col("測定項目", "measure", measure_word),
                Col("単位", "unit"),
                Col("判定", "op", {">=": "以上", "<=": "以下"}.get),
                Col("経過観察", "watch"),
                Col("補修", "repair"),
                Col("緊急", "emerg"),
                Col("補修(1級)", "repair_c1"),
                *[Col(f"応急({n}級)", f"rs_tmp_c{n}") for n in (1, 2, 3)],
                *[Col(f"本復旧({n}級)", f"rs_perm_c{n}") for n in (1, 2, 3)],
                Col("適用開始", "valid_from", f.wareki_kanji),
            ],
            standards_rows(CITY),
            ["項目"],
            rng,
        )
    )
    items = references(world, ("SH", "SR", "ER", "BR", "TW", "RV"))
    out.append(
        build(
            CITY,
            "reference",
            "reference",
            [
                Col("ID", "ref_id"),
                Col("分類", "kind"),
                Col("名称", "name_ja"),
            ],
            items,
            ["ID"],
            rng,
            geom=lambda item: degrees_of(item),
        )
    )
    return out


def contractor_cols(date, yes, no, night=None):
    return [
        Col("業者番号", "con_id", wide=12),
        Col("名称", "name", wide=40),
        Col("業種", "kind", wide=10),
        Col("所在市", "city_base", wide=20),
        Col("代表者", None, lambda item, rng: item["_chief"], wide=20),
        Col("電話", None, lambda item, rng: item["_phone"], wide=16),
        Col("対応作業", "wk_codes", wide=40),
        Col("契約番号", "contract_no", wide=12),
        Col("契約開始", "valid_from", date, wide=20),
        Col("契約終了", "valid_to", date, wide=20),
        Col("システム利用", "uses_system", mark(yes, no), wide=4),
        Col("夜間対応", "night", mark(yes, no), wide=4),
    ]


def measure_word(field):
    from .standards import MEASURE_JA

    return MEASURE_JA[field]


def degrees_of(item):
    from .cities import degrees

    return degrees(item["_geom"])


def _fy(text):
    year = int(text[:4]) - (int(text[5:7]) < 4)
    return f"R{year - 2018}" if year >= 2019 else f"H{year - 1988}"


def _cut(item, field, value, write):
    """A date without its time in a field of date-times: midnight."""
    item.setdefault("_truth", {})[field] = value[:10] + "T00:00:00+09:00"
    return write(value)


def _dup(item, world):
    if not item["dup_of"]:
        return None
    _, fy, seq = item["dup_of"].split("-")
    return req_no({"_fy": int(fy), "_seq": int(seq)})


def write(folder, made):
    by = {ledger.source: ledger for ledger in made}

    def sheets(ledger, title, header=None, merges=(), names=None):
        names = names or [None]
        out = []
        for name in names:
            rows = [r for r in ledger.rows if name is None or r.sheet == name]
            labels = [c.label for c in ledger.cols]
            out.append(
                {
                    "name": name or title,
                    "titles": [[f"守谷市 {title}"], [None, "令和8年3月31日現在"]],
                    "header": header or [labels],
                    "merges": merges,
                    "labels": labels,
                    "rows": rows,
                }
            )
            ledger.skipped_extra += 2
        return out

    def sheet_names(ledger):
        return list(dict.fromkeys(r.sheet for r in ledger.rows))

    writers.write_xlsx(
        folder / "路線台帳.xlsx", sheets(by["routes"], "路線台帳", names=sheet_names(by["routes"]))
    )
    labels = [c.label for c in by["facilities"].cols]
    upper = [label if label not in ("緯度", "経度", "所在地") else None for label in labels]
    lower = [None if top else label for top, label in zip(upper, labels)]
    at = labels.index("所在地")
    upper[at] = "位置"
    merges = [(0, n + 1, 1, n + 1) for n, label in enumerate(upper) if label and label != "位置"] + [
        (0, at + 1, 0, at + 3)
    ]
    writers.write_xlsx(
        folder / "道路施設台帳.xlsx",
        sheets(by["facilities"], "道路施設台帳", [upper, lower], merges, sheet_names(by["facilities"])),
    )
    writers.write_xlsx(
        folder / "要望受付簿.xlsx", sheets(by["requests"], "要望受付簿", names=sheet_names(by["requests"]))
    )
    for source, name in (
        ("damages", "損傷台帳"),
        ("works", "作業記録"),
        ("patrols", "巡視日報"),
        ("contractors", "業者名簿"),
        ("standards", "維持管理水準"),
    ):
        writers.write_xlsx(folder / f"{name}.xlsx", sheets(by[source], name))
    sections = by["sections"]
    writers.write_gpkg(
        folder / "道路区間.gpkg",
        "区間",
        [c.label for c in sections.cols],
        sections.rows,
        "EPSG:6677",
        "LineString",
    )
    writers.write_geojson(
        folder / "参考図.geojson", "参考図", [c.label for c in by["reference"].cols], by["reference"].rows
    )
    files = {
        "routes": "路線台帳.xlsx",
        "facilities": "道路施設台帳.xlsx",
        "requests": "要望受付簿.xlsx",
        "damages": "損傷台帳.xlsx",
        "works": "作業記録.xlsx",
        "patrols": "巡視日報.xlsx",
        "contractors": "業者名簿.xlsx",
        "standards": "維持管理水準.xlsx",
        "sections": "道路区間.gpkg",
        "reference": "参考図.geojson",
    }
    for source, name in files.items():
        for row in by[source].rows:
            row.file = name
