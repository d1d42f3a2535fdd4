"""Which layers the map has, from the top of the legend to the bottom, and how each opens its table."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...i18n import tr
from ...schema import Table, model

MAIN_ROADS = "substr(\"route_key\", 8, 2) IN ('N1', 'N2', 'P1', 'P2', 'C1', 'C2')"
NOT_DONE = (
    '"vanished_at" IS NULL AND coalesce("st", \'\')'
    " NOT IN ('S05', 'S15', 'S45', 'S80', 'S90', 'S95', 'S97', 'S98', 'S99')"
)
DONE = f"NOT ({NOT_DONE})"
SHAPES = ("Point", "LineString", "Polygon")
# Of plan runs that stand beside each other the map shows the adopted one, as soon as it is adopted.
ADOPTED = '"plan_id" IN (SELECT plan_id FROM plan_run WHERE adopted = 1{kind})'
SHOWN = {
    # Candidates of runs that are not adopted are marked as vanished: see layers/planning/candidates.py.
    "boundary_agreement": '"vanished_at" IS NULL OR "src_file" <> \'plan\'',
    "border_link": ADOPTED.format(kind=" AND kind = '連結'"),
    "section_duplicate": ADOPTED.format(kind=" AND kind = '連結'"),
    "through_route": ADOPTED.format(kind=" AND kind = '連続路線'"),
    "route_group": ADOPTED.format(kind=" AND kind = '路線群'"),
    "zone": ADOPTED.format(kind=" AND kind = '工区'"),
    "plan_section": ADOPTED.format(kind=""),
}


@dataclass(frozen=True)
class LayerSpec:
    """One layer. ``key`` names it in tests and settings; ``main`` = the layer that relations and forms use."""

    key: str
    table: Table
    name: str
    group: str
    style: str | None = None
    subset: str = ""
    shape: str = ""  # Point, LineString, Polygon: that part of a table of mixed shapes
    main: bool = True
    read_only: bool = False
    visible: bool = True
    drawn: bool = True  # False: a table, or the whole of a mixed table, that is not drawn
    start: str = ""  # field of the time controller
    snap: bool = False
    extra: dict = field(default_factory=dict)


def plan(store) -> list[LayerSpec]:
    """The layers for this store (``sources.Survey``): tables that only a plan fills come when they have rows."""
    return [spec for spec in _all(store) if spec is not None]


def _all(store):
    t = model().tables
    check, requests, damages, done = tr("To check"), tr("Requests"), tr("Damages"), tr("Done, not ours")
    upkeep, facilities, plans = tr("Works and patrols"), tr("Facilities"), tr("Plans and agreements")
    roads, background = tr("Roads"), tr("Background")

    def named(table, words):
        return tr("{table} ({part})", table=_label(t[table]), part=words)

    def if_rows(spec):
        return spec if store.rows(spec.table.name) else None

    yield from _mixed(
        store, "review_item", check, styles=("review_item", "default_line", "default_polygon"), visible=False
    )
    yield LayerSpec("set_aside", t["set_aside"], _label(t["set_aside"]), check, drawn=False)

    yield LayerSpec("request", t["request"], _label(t["request"]), requests, "request", start="received_at")
    yield LayerSpec(
        "request_overview",
        t["request"],
        named("request", tr("not done, counted")),
        requests,
        "request_overview",
        subset=NOT_DONE,
        main=False,
        read_only=True,
        start="received_at",
    )
    yield LayerSpec("damage", t["damage"], _label(t["damage"]), damages, "damage", start="found_at")
    if store.judged:
        yield LayerSpec(
            "damage_urgent",
            t["damage"],
            named("damage", tr("judged an emergency")),
            damages,
            "damage_urgent",
            subset=f"\"judge\" = 'L3' AND {NOT_DONE}",
            main=False,
            read_only=True,
            start="found_at",
        )
        yield LayerSpec(
            "damage_judged",
            t["damage"],
            named("damage", tr("by judgement")),
            damages,
            "judged",
            subset=f'("judge" IS NOT NULL OR "transfer" = 1) AND {NOT_DONE}',
            main=False,
            read_only=True,
            visible=False,  # shown by the map theme of judgements, instead of the other layers of damages
            start="found_at",
        )
    yield LayerSpec(
        "damage_overview",
        t["damage"],
        named("damage", tr("not done, counted")),
        damages,
        "damage_overview",
        subset=NOT_DONE,
        main=False,
        read_only=True,
        start="found_at",
    )

    yield from _mixed(
        store, "work", upkeep, styles=("work_point", "work_line", "work_polygon"), visible=False
    )
    yield LayerSpec("patrol", t["patrol"], _label(t["patrol"]), upkeep, "patrol", visible=False)
    yield LayerSpec(
        "contractor", t["contractor"], _label(t["contractor"]), upkeep, "contractor", visible=False
    )
    yield LayerSpec("photo", t["photo"], _label(t["photo"]), upkeep, "photo", visible=False)

    if "Point" in store.shapes("facility"):
        yield LayerSpec(
            "bridge",
            t["facility"],
            named("facility", tr("bridges, overpasses")),
            facilities,
            "bridge",
            subset="\"ft\" IN ('F16', 'F17')",
            shape="Point",
            main=False,
            read_only=True,
        )
    yield from _mixed(
        store, "facility", facilities, styles=("facility_point", "facility_line", "facility_polygon")
    )

    # Under everything that still needs work.
    yield LayerSpec(
        "request_done",
        t["request"],
        named("request", tr("done")),
        done,
        "request_done",
        subset=DONE,
        main=False,
        read_only=True,
        start="received_at",
    )
    yield LayerSpec(
        "damage_done",
        t["damage"],
        named("damage", tr("done")),
        done,
        "damage_done",
        subset=DONE,
        main=False,
        read_only=True,
        start="found_at",
    )
    for name in ("boundary_agreement", "border_link", "through_route", "route_group", "zone"):
        yield if_rows(
            LayerSpec(
                name,
                t[name],
                _label(t[name]),
                plans,
                name,
                subset=SHOWN[name],
                visible=False,
                read_only=name != "boundary_agreement",
            )
        )

    yield LayerSpec("boundary", t["city"], tr("City borders"), roads, "boundary", main=False, read_only=True)
    yield LayerSpec("section", t["section"], named("section", tr("for editing")), roads, "section", snap=True)
    yield LayerSpec("route", t["route"], _label(t["route"]), roads, drawn=False)
    yield LayerSpec(
        "road_main",
        t["section"],
        tr("Main roads"),
        roads,
        "road_main",
        subset=MAIN_ROADS,
        main=False,
        read_only=True,
    )
    yield LayerSpec(
        "road_other",
        t["section"],
        tr("Other roads"),
        roads,
        "road_other",
        subset=f'NOT ({MAIN_ROADS}) OR "route_key" IS NULL',
        main=False,
        read_only=True,
    )

    yield from _mixed(
        store, "reference", background, styles=("reference_point", "reference_line", "reference_polygon")
    )
    yield LayerSpec("city", t["city"], _label(t["city"]), background, "city")
    yield from _ledgers(store)


def _mixed(store, table: str, group: str, styles: tuple[str, str, str], visible: bool = True):
    """A table of mixed shapes: one layer a shape that it holds (a point layer always), and the whole in 台帳."""
    found = model().tables[table]
    shapes = store.shapes(table)
    words = {"Point": "", "LineString": tr("lines"), "Polygon": tr("areas")}
    for shape, style in zip(SHAPES, styles):
        if shape != "Point" and shape not in shapes:
            continue
        name = (
            _label(found)
            if shape == "Point"
            else tr("{table} ({part})", table=_label(found), part=words[shape])
        )
        yield LayerSpec(
            f"{table}_{shape.lower()}",
            found,
            name,
            group,
            style,
            shape=shape,
            main=False,
            visible=visible,
            snap=table == "facility",
        )


def _ledgers(store):
    """Tables without a place on the map, and mixed tables as a whole: what relations and forms hold on to."""
    group = tr("Ledgers")
    tables = model().tables
    for name, table in tables.items():
        if table.store != "main" or name == "set_aside":
            continue
        if table.geometry == "Geometry":
            words = tr("{table} ({part})", table=_label(table), part=tr("all rows"))
            yield LayerSpec(name, table, words, group, drawn=False)
        elif table.geometry is None and (store.rows(name) or not _by_plan(table)):
            yield LayerSpec(
                name,
                table,
                _label(table),
                group,
                subset=SHOWN.get(name, ""),
                drawn=False,
                read_only=name in _RECORDS,
            )


_RECORDS = {"import_run", "plan_run", "code_list", "judgement", "plan_section", "section_duplicate"}


def _by_plan(table: Table) -> bool:
    return any(f.name == "plan_id" and f.ref for f in table.fields)


def _label(table: Table) -> str:
    from ...i18n import language

    return table.label(language())
