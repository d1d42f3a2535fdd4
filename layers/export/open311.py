"""Requests as Open311 GeoReport v2, by the mapping in ``schema/exchange/open311.toml`` (section 2.2).

Two arrays, as a server's ``requests.json`` and ``services.json`` would give them. Personal data of the petitioner
is never filled; the description was redacted at the import.
"""

from __future__ import annotations

import datetime
import json
import math
from pathlib import Path

from ...i18n import tr
from ...schema.exchange import exchange
from ..errors import GunmaneError
from .read import LABEL, Rows
from .text import latlon

JST = datetime.timezone(datetime.timedelta(hours=9))


def write_open311(folder: Path, tables: dict[str, Rows], language: str = "ja") -> None:
    """Write the two files into ``folder``; ``tables`` by name (request; city, damage, request_damage if there)."""
    mapping = exchange("open311")
    records, services = requests(tables, mapping, language), services_of(tables["request"], mapping)
    for name, content in (("requests.json", records), ("services.json", services)):
        text = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)
        (folder / name).write_text(text + "\n", encoding="utf-8")


def requests(tables: dict[str, Rows], mapping: dict, language: str = "ja") -> list[dict]:
    """The service requests. Raises GunmaneError where the mapping would fill a field of the petitioner."""
    rows = tables["request"]
    forbidden = sorted(set(mapping["never"]) & set(mapping["fields"]))
    if forbidden:
        raise GunmaneError(
            tr("The Open311 mapping may not fill {fields}: personal data.", fields=", ".join(forbidden)),
            code="E-EXCHANGE",
        )
    codes, names = _services(rows, mapping)
    states = [mapping["status"].get(code or "", mapping["status"][""]) for code in rows.own("st")]
    columns = {name: _column(tables, entry) for name, entry in mapping["fields"].items()}
    found = []
    for n, state in enumerate(states):
        record = {name: values[n] for name, values in columns.items()}
        record["service_code"], record["service_name"] = codes[n], names[n]
        record["status"] = state["status"]
        note = state.get(f"note_{language}")
        record["status_notes"] = " / ".join(t for t in (record.get("status_notes"), note) if t) or None
        record["extended_attributes"] = {
            "status_code": rows.own("st")[n], "fixmystreet_state": state["fixmystreet"], "mcr_state": state["mcr"],
        }  # fmt: skip
        found.append(record)
    return found


def services_of(rows: Rows, mapping: dict) -> list[dict]:
    """The kinds of service that occur, as GeoReport's service list."""
    codes, names = _services(rows, mapping)
    service = mapping["service"]
    kinds = dict(sorted(zip(codes, names)))
    return [
        {
            "service_code": code, "service_name": name, "description": name, "metadata": False, "type": "batch",
            "keywords": name.replace(service["name_join"], ","), "group": name.split(service["name_join"])[0],
        }
        for code, name in kinds.items()
    ]  # fmt: skip


def _services(rows: Rows, mapping: dict) -> tuple[list[str], list[str]]:
    service = mapping["service"]
    parts = [(rows.own(f), rows.own(f + LABEL)) for f in service["fields"]]
    spare, spare_names = rows.own(service["fallback"]), rows.own(service["fallback"] + LABEL)
    codes, names = [], []
    for n in range(len(rows)):
        there = [(c[n], label[n] or c[n]) for c, label in parts if c[n]]
        there = there or [(spare[n] or "", spare_names[n] or spare[n] or "")]
        codes.append(service["code_join"].join(code for code, _ in there))
        names.append(service["name_join"].join(name for _, name in there))
    return codes, names


def _column(tables: dict[str, Rows], entry: dict) -> list:
    rows = tables["request"]
    if "field" in entry:
        return rows.own(entry["field"])
    if "label" in entry:
        return rows.own(entry["label"] + LABEL)
    if "latest" in entry:
        return _latest([rows.own(name) for name in entry["latest"]])
    if "linked" in entry:
        return _linked(tables, entry["linked"])
    if "city" in entry:
        return _of_city(tables, entry["city"])
    if "place" in entry:
        lat, lon = latlon(rows.wgs84)
        return lat if entry["place"] == "lat" else lon
    raise GunmaneError(
        tr("The Open311 mapping has an entry that is not known: {entry}", entry=str(entry)), code="E-EXCHANGE"
    )


def _moment(text: str) -> float:
    """A stored time as a number; what is no time comes first."""
    try:
        parsed = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    except (ValueError, AttributeError):
        return -math.inf
    return (parsed if parsed.tzinfo else parsed.replace(tzinfo=JST)).timestamp()


def _latest(columns: list[list]) -> list:
    known = {text: _moment(text) for column in columns for text in set(column) if text}
    found = []
    for texts in zip(*columns):
        there = [text for text in texts if text]
        found.append(max(there, key=known.__getitem__) if there else None)
    return found


def _linked(tables: dict[str, Rows], name: str) -> list:
    """The earliest value of the damages that a request is linked with."""
    wanted = tables["request"].own("uuid")
    if "request_damage" not in tables or "damage" not in tables:
        return [None] * len(wanted)
    damages, links = tables["damage"], tables["request_damage"]
    values = {uuid: text for uuid, text in zip(damages.own("uuid"), damages.own(name)) if text}
    first: dict[str, str] = {}
    for request, damage in zip(links.own("req_uuid"), links.own("dmg_uuid")):
        text = values.get(damage)
        if text and (request not in first or _moment(text) < _moment(first[request])):
            first[request] = text
    return [first.get(uuid) for uuid in wanted]


def _of_city(tables: dict[str, Rows], names: list[str]) -> list:
    rows, cities = tables["request"], tables.get("city")
    words: dict[str, str] = {}
    if cities is not None:
        for n, code in enumerate(cities.own("city_code")):
            words[code] = " ".join(str(cities.own(name)[n]) for name in names if cities.own(name)[n])
    return [words.get(code) or code for code in rows.own("city_code")]
