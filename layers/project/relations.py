"""Relations between the tables, from the references that the unified model states."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsProject, QgsRelation, QgsRelationContext, QgsVectorLayerJoinInfo

from ...i18n import tr
from ...schema import common_fields, model


@dataclass(frozen=True)
class Reference:
    """``child.field`` points at ``parent.key``; with ``city`` the city code is part of the key."""

    child: str
    field: str
    parent: str
    key: str
    city: bool

    @property
    def id(self) -> str:
        return f"gunmane_{self.child}_{self.field}"


def references() -> list[Reference]:
    """Every reference of the model's own fields inside the store (a run of the import is no relation)."""
    tables, shared = model().tables, {f.name for f in common_fields()}
    found = []
    for table in tables.values():
        for field in table.fields:
            if not field.ref or field.name in shared or table.store != "main":
                continue
            parent, _, key = field.ref.partition(".")
            if parent not in tables or tables[parent].store != "main":
                continue
            key = key or "uuid"
            city = key != "uuid" and "city_code" in tables[parent].key and key != "city_code"
            found.append(Reference(table.name, field.name, parent, key, city))
    return found


def relate(project: QgsProject, made: list) -> list[QgsRelation]:
    """Add the relations between the layers that stand for whole tables; returns those that are valid."""
    layers = {spec.table.name: layer for spec, layer in made if spec.main}
    added = []
    for reference in references():
        child, parent = layers.get(reference.child), layers.get(reference.parent)
        if child is None or parent is None:
            continue
        relation = QgsRelation(QgsRelationContext(project))
        relation.setId(reference.id)
        relation.setName(_name(reference))
        relation.setReferencingLayer(child.id())
        relation.setReferencedLayer(parent.id())
        relation.addFieldPair(reference.field, reference.key)
        if reference.city:
            relation.addFieldPair("city_code", "city_code")
        relation.setStrength(QgsRelation.RelationStrength.Association)
        project.relationManager().addRelation(relation)
        added.append(project.relationManager().relation(reference.id))
    return [relation for relation in added if relation.isValid()]


def join_route_names(made: list) -> None:
    """The register's road names onto the layers that draw sections: ``route_name_ja``, for their labels."""
    register = next((layer for spec, layer in made if spec.key == "route"), None)
    for spec, layer in made:
        if register is not None and spec.table.name == "section" and not spec.main:
            join = QgsVectorLayerJoinInfo()
            join.setJoinLayer(register)
            join.setTargetFieldName("route_key")
            join.setJoinFieldName("route_key")
            join.setJoinFieldNamesSubset(["name_ja"])
            join.setPrefix("route_")
            join.setUsingMemoryCache(True)
            layer.addJoin(join)
            layer.setFieldAlias(layer.fields().indexOf("route_name_ja"), tr("Route name"))


def _name(reference: Reference) -> str:
    from ...i18n import language

    child, field = model().tables[reference.child], model().tables[reference.child].field(reference.field)
    return tr("{table}: {field}", table=child.label(language()), field=field.label(language()))
