"""Aliases, value maps, tabs, defaults and map tips, from the unified model."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsAttributeEditorRelation,
    QgsDefaultValue,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsFieldConstraints,
    QgsVectorLayer,
)

from ...i18n import tr
from ...schema import common_fields, model
from .relations import references

HIDDEN = {"petitioner_ref", "contact_ref"}
# What a person decides in tables that the program fills.
DECIDED = {"set_aside": {"state"}, "review_item": {"decision", "decided_by", "decided_at"}}
NAME_OF = {  # what stands for a row in lists and searches
    "city": '"name_ja"',
    "route": 'coalesce("name_ja", "route_key")',
    "section": '"section_id"',
    "facility": 'concat(represent_value("ft"), \' \', coalesce("fac_name", "fac_id"))',
    "request": 'concat("req_no", \' \', represent_value("kd"))',
    "damage": 'concat("dmg_id", \' \', represent_value("dt"))',
    "work": 'concat("work_id", \' \', represent_value("wk"))',
    "reference": 'concat(represent_value("kind"), \' \', "name_ja")',
    "contractor": '"name"',
}
TIP = {  # no names, no text of a request: a tip may be on a screen that visitors see
    "city": ("name_ja", "area_km2", "population", "dept_ja"),
    "route": ("route_key", "name_ja", "rc", "ad", "length_m", "width_m", "em"),
    "section": ("section_id", "route_key", "length_m", "width_m", "pt", "mci", "em"),
    "facility": ("fac_id", "ft", "fac_name", "install_year", "insp_grade", "status"),
    "request": ("req_no", "received_at", "kd", "ft", "dt", "st", "ad", "gl"),
    "damage": ("dmg_id", "found_at", "ft", "dt", "judge", "st", "due_tmp", "due_perm"),
    "work": ("work_id", "phase", "wk", "planned_on", "finished_at", "fs"),
    "patrol": ("pat_id", "pat_type", "date", "dist_km", "found_n"),
    "reference": ("kind", "name_ja"),
    "contractor": ("name", "kind", "valid_to"),
    "review_item": ("kind", "table", "decision"),
    "zone": ("name", "road_km", "share"),
}
_PLACE_CODES, _STATE_CODES = (
    {"GL", "SIDE", "POSITION"},
    {"ST", "RS", "JUDGE", "BAND", "RP", "FS", "PR", "FACSTATUS", "GRADE", "RVDEC"},
)
_PLACE = {
    "address",
    "address_raw",
    "landmark",
    "route_key",
    "section_id",
    "fac_id",
    "chain_m",
    "from_m",
    "to_m",
    "start_ja",
    "end_ja",
    "seat_lat",
    "seat_lon",
    "lat",
    "lon",
    "azimuth",
    "pole_no",
}
_STATE = {
    "status",
    "state",
    "score",
    "risk",
    "risk_i",
    "risk_p",
    "dup_of",
    "dup_score",
    "insp_date",
    "insp_method",
    "judge_reason",
    "cause",
    "is_urgent",
    "injury",
}
_OFFICE_CODES = {"AD", "EM", "OF", "FD", "PO", "COSTKIND"}
_OFFICE = {
    "assigned_to",
    "transfer_to",
    "con_id",
    "std_id",
    "std_ver",
    "std_set",
    "cost_yen",
    "ext_system",
    "ext_id",
    "dept_ja",
    "office_hours",
    "office_calendar",
    "profile_id",
    "inspector",
    "report_no",
    "contract_no",
    "note",
    "reply_need",
    "is_bus",
    "is_school",
    "certified_on",
    "adt_src",
}
_MEASURE = {"measures", "measured_on", "cavity", "large", "paved_year", "qty_unit", "adt"}
_UNITS = {"cm", "m", "mm", "m2", "m3", "%", "度", "mm/m", "km", "km2", "km/h", "台/日"}


def dress(layer: QgsVectorLayer, spec, store, made, relations, language: str) -> None:
    """Everything that a person meets when opening a row of ``layer``."""
    table = spec.table
    columns = [f for f in table.columns if layer.fields().indexOf(f.name) >= 0]
    shared = {f.name for f in common_fields()} - {f.name for f in table.fields}
    parents = {r.field: r.id for r in references() if r.child == table.name}
    valid = {r.id() for r in relations}
    form = layer.editFormConfig()
    for field in columns:
        index = layer.fields().indexOf(field.name)
        unit = f" [{field.unit}]" if field.unit else ""
        layer.setFieldAlias(index, field.label(language) + unit)
        relation = parents.get(field.name, "") if spec.main else ""
        layer.setEditorWidgetSetup(index, _widget(field, relation if relation in valid else "", language))
        locked = field.name in shared or (
            field.origin != "source" and field.name not in DECIDED.get(table.name, ())
        )
        form.setReadOnly(index, locked)
        form.setLabelOnTop(index, field.type == "json")
        if field.required and field.name not in shared:
            soft = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthSoft
            layer.setFieldConstraint(index, QgsFieldConstraints.Constraint.ConstraintNotNull, soft)
    key = layer.fields().indexOf("fid")
    if key >= 0:
        layer.setEditorWidgetSetup(key, QgsEditorWidgetSetup("Hidden", {}))
    _tabs(layer, form, columns, shared, relations if spec.main else [])
    layer.setEditFormConfig(form)
    if not spec.read_only:
        _defaults(layer, made)
    layer.setDisplayExpression(NAME_OF.get(table.name, f'"{table.key[-1]}"' if table.key else '"uuid"'))
    _tip(layer, table, language)


def _widget(field, relation: str, language: str) -> QgsEditorWidgetSetup:
    if field.name in HIDDEN:
        return QgsEditorWidgetSetup("Hidden", {})
    if field.codes:
        codes = model().code_lists[field.codes].codes.values()
        return QgsEditorWidgetSetup(
            "ValueMap", {"map": [{code.label(language): code.code} for code in codes]}
        )
    if relation:
        # FetchLimit: a list of 60,000 sections must not be read to open a form.
        config = {
            "Relation": relation,
            "AllowNULL": True,
            "ShowForm": False,
            "MapIdentification": True,
            "ShowOpenFormButton": True,
            "FetchLimitActive": True,
            "FetchLimit": 100,
        }
        return QgsEditorWidgetSetup("RelationReference", config)
    if field.type == "bool":
        return QgsEditorWidgetSetup(
            "CheckBox", {"CheckedState": "", "UncheckedState": "", "AllowNullState": True}
        )
    if field.type in ("date", "datetime"):
        pattern = "yyyy-MM-dd" if field.type == "date" else "yyyy-MM-dd HH:mm"
        config = {
            "calendar_popup": True,
            "allow_null": True,
            "display_format": pattern,
            "field_format_overwrite": False,
        }
        return QgsEditorWidgetSetup("DateTime", config)
    return QgsEditorWidgetSetup(
        "TextEdit", {"IsMultiline": field.type == "json" or field.name in ("body", "note"), "UseHtml": False}
    )


def _tabs(layer, form: QgsEditFormConfig, columns, shared, relations) -> None:
    """基本, 位置, 状態, 測定, 管理, 取込元, and one tab with the rows that point here."""
    tabs = {name: [] for name in ("basic", "place", "state", "measure", "office", "source")}
    for field in columns:
        tabs[_tab(field, shared)].append(field.name)
    form.clearTabs()
    form.setLayout(Qgis.AttributeFormLayout.DragAndDrop)
    root = form.invisibleRootContainer()
    for name, fields in tabs.items():
        if not fields:
            continue
        tab = _container(_title(name), root)
        if name == "measure":
            tab.setColumnCount(2)
        for field in fields:
            tab.addChildElement(QgsAttributeEditorField(field, layer.fields().indexOf(field), tab))
        form.addTab(tab)
    pointing = [relation for relation in relations if relation.referencedLayerId() == layer.id()]
    if pointing:
        tab = _container(tr("Linked rows"), root)
        for relation in pointing:
            element = QgsAttributeEditorRelation(relation.id(), tab)
            element.setLabel(relation.name())
            tab.addChildElement(element)
        form.addTab(tab)


def _container(title: str, root) -> QgsAttributeEditorContainer:
    tab = QgsAttributeEditorContainer(title, root)
    tab.setType(Qgis.AttributeEditorContainerType.Tab)
    tab.setColumnCount(1)
    return tab


def _title(name: str) -> str:
    titles = {
        "basic": tr("Basics"),
        "place": tr("Place"),
        "state": tr("State"),
        "measure": tr("Measures"),
        "office": tr("Administration"),
        "source": tr("Source"),
    }
    return titles[name]


def _tab(field, shared) -> str:
    if field.name in shared:
        return "source"
    if field.codes in _PLACE_CODES or field.name in _PLACE:
        return "place"
    if (
        field.codes in _STATE_CODES
        or field.name in _STATE
        or (field.type == "datetime" and field.name != "received_at")
    ):
        return "state"
    if field.codes in _OFFICE_CODES or field.name in _OFFICE:
        return "office"
    if field.type == "real" or (field.type == "int" and field.unit in _UNITS) or field.name in _MEASURE:
        return "measure"
    return "basic"


def _defaults(layer: QgsVectorLayer, made) -> None:
    """What a row that a person adds or changes must carry; the city comes from where the row is drawn."""
    borders = next((other.id() for spec, other in made if spec.key == "city"), "")
    inside = (
        f"array_first(overlay_intersects('{borders}', \"city_code\"))"
        if layer.isSpatial() and borders
        else "NULL"
    )
    wanted = {
        "uuid": ("uuid('WithoutBraces')", False),
        "city_code": (inside, False),
        "src_file": (f"'{tr('entered by hand')}'", False),
        "src_row": ("0", False),
        "edited_at": ("now()", True),
        "edited_by": ("coalesce(@user_full_name, @user_account_name)", True),
    }
    for name, (expression, on_update) in wanted.items():
        index = layer.fields().indexOf(name)
        if index >= 0 and expression != "NULL":
            layer.setDefaultValueDefinition(index, QgsDefaultValue(expression, on_update))
    for name, expression in {"received_at": "now()", "found_at": "now()"}.items():
        index = layer.fields().indexOf(name)
        if index >= 0:
            layer.setDefaultValueDefinition(index, QgsDefaultValue(expression, False))


def _tip(layer: QgsVectorLayer, table, language: str) -> None:
    rows = []
    for name in TIP.get(table.name, ()):
        if layer.fields().indexOf(name) < 0:
            continue
        field = table.field(name)
        value = f'represent_value("{name}")' if field.codes else f'"{name}"'
        if field.type == "datetime":
            value = f"format_date(\"{name}\", 'yyyy-MM-dd HH:mm')"
        unit = f" {field.unit}" if field.unit else ""
        rows.append(
            f"<tr><th align='left'>{field.label(language)}</th>"
            f"<td>[% coalesce(to_string({value}) || '{unit}', '-') %]</td></tr>"
        )
    if rows:
        layer.setMapTipTemplate(
            f"<div style='font-family:sans-serif'><b>{table.label(language)}</b><table>{''.join(rows)}</table></div>"
        )
