"""What a person types, read as the import would read it: the same normalisers, the same rules for personal data."""

from __future__ import annotations

from ...i18n import language, tr
from ...schema import Field, model
from ..identity import key_text
from ..normalise import Context, normalise
from ..profile import Target
from ..store import Store
from ..unify.columns import kind_of
from ..unify.redaction import redacted
from ..unify.references import NATURAL, References
from .subject import editable


class UnreadableError(ValueError):
    """A value that the field cannot take; the text says why."""


class Reader:
    """Reads texts for fields of one city's rows; every distinct text once."""

    def __init__(self, store: Store):
        self._store = store
        self._references: dict[str, References] = {}
        self._read: dict[tuple, object] = {}

    def value(self, city_code: str, table: str, name: str, text) -> object:
        """The value of field ``name`` that ``text`` means. Raises UnreadableError."""
        key = (city_code, table, name, text)
        if key not in self._read:
            try:
                self._read[key] = self._value(city_code, table, name, text)
            except UnreadableError as error:
                self._read[key] = error
        found = self._read[key]
        if isinstance(found, UnreadableError):
            raise found
        return found

    def _value(self, city_code: str, table: str, name: str, text) -> object:
        entry = model().tables[table]
        own = next((f for f in entry.fields if f.name == name), None)
        if own is None or not editable(own) or name in entry.key:
            raise UnreadableError(
                tr("{field} cannot be corrected here.", field=own.label(language()) if own else name)
            )
        text = "" if text is None else str(text)
        if not text.strip():
            if own.required:
                raise UnreadableError(tr("{field} must not be empty.", field=own.label(language())))
            return None
        kind = kind_of(own, Target(field=name))
        if kind == "ref":
            return self._reference(city_code, own, text)
        if kind == "text":
            return redacted(normalise("text", text).value)
        result = normalise(kind, text, self._context(city_code, own))
        unknown = any(code in ("W-CODE", "E-CODE", "W-ROUTE", "E-ROUTE") for code in result.flags)
        if result.value is None or unknown:
            raise UnreadableError(
                tr("“{text}” cannot be read as {field}.", text=redacted(text), field=own.label(language()))
            )
        value = result.value
        return int(value) if own.type == "bool" else value

    def _reference(self, city_code: str, own: Field, text: str) -> str:
        """A key of another table: it must be there."""
        table, _, column = own.ref.partition(".")
        column = column or "uuid"
        given = key_text(text)
        keys = [given] if given is not None else []
        if table in NATURAL and given is not None:
            keys.append(self.references(city_code).natural(table, given, city_code))
        for key in keys:
            if self._store.con.execute(f'SELECT 1 FROM "{table}" WHERE "{column}" = ?', (key,)).fetchone():  # nosec B608
                return key
        raise UnreadableError(
            tr(
                "There is no {table} “{text}”.",
                table=model().tables[table].label(language()),
                text=redacted(text),
            )
        )

    def references(self, city_code: str) -> References:
        if city_code not in self._references:
            names = dict(
                self._store.con.execute("SELECT city_code, name_ja FROM city WHERE name_ja IS NOT NULL")
            )
            self._references[city_code] = References(self._store, city_code, names)
        return self._references[city_code]

    def _context(self, city_code: str, own: Field) -> Context:
        references = self.references(city_code)
        return Context(
            city_code=city_code,
            cities=references.cities,
            towns=references.towns,
            routes=references.routes,
            wareki=True,
            field=own.name,
            unit=own.unit,
            source_unit=own.unit,
            code_list=model().code_lists.get(own.codes or ""),
        )
