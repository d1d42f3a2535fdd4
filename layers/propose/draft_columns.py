"""What a person decides about a column. Public: ``ColumnEdits``, the part of ``Draft`` that holds these operations."""

from __future__ import annotations

from ...i18n import language, tr
from ..errors import GunmaneError
from .assignment import Choice
from .draft_look import code_rows
from .draft_state import DECIDED, copied, evidence_of
from .proposal import SourceProposal
from .refine import refine_target


class ColumnEdits:
    """Needs ``state``, ``table`` and ``_do`` of the draft that it is a part of."""

    def set_field(self, number: int, label: str, name: str, **how) -> None:
        """A column is a field of the table; ``how``: unit, source_unit, part, kind, wareki, codes."""
        source, choice = self._edit(number, label)
        table = self.table(number)
        own = next((f for f in table.columns if f.name == name), None)
        if own is None or own.origin == "plan":
            raise GunmaneError(
                tr("{table} has no item “{name}” that a file could fill.", table=table.label(language()), name=name),
                code="E-PROFILE",
            )  # fmt: skip
        target = {"field": name, **{k: v for k, v in how.items() if v not in (None, "", {})}}
        choice.targets, choice.unread, choice.reasons, choice.confidence = [target], [], [], DECIDED
        if "codes" not in target and "unit" not in target:
            refine_target(target, own, evidence_of(source, label), choice)
        if name == "address_raw" and "address" not in source.assignment.fields:
            choice.targets.append({"field": "address", "kind": "address"})
        self._settle(choice, "field")
        self._do(tr("{label}: {item}", label=label, item=own.label(language())), number, source)

    def set_targets(self, number: int, label: str, targets: list[dict]) -> None:
        """A column feeds several fields, each with its own way of reading (as a profile writes them)."""
        source, choice = self._edit(number, label)
        choice.targets = [dict(t) for t in targets]
        self._settle(choice, "field")
        self._do(tr("{label}: {item}", label=label, item=", ".join(t.get("field", "-") for t in targets)), number,
                 source)  # fmt: skip

    def set_personal(self, number: int, label: str, item: str) -> None:
        """A column is a person's (``item``: field of the petitioner table)."""
        source, choice = self._edit(number, label)
        if label in source.key:
            raise GunmaneError(
                tr("“{label}” identifies the rows; a personal column cannot. Choose another key first.", label=label),
                code="E-PROFILE",
            )  # fmt: skip
        choice.targets = [{"personal": item}]
        self._settle(choice, "personal")
        self._do(tr("{label}: personal data", label=label), number, source)

    def set_ignore(self, number: int, label: str, reason: str) -> None:
        """A column has no place, and why; its cells stay in the row's raw data."""
        source, choice = self._edit(number, label)
        if not reason.strip():
            raise GunmaneError(tr("Say why “{label}” is not taken.", label=label), code="E-PROFILE")
        choice.targets, choice.reason, choice.unread = [], reason.strip(), []
        self._settle(choice, "place" if label in source.place.columns else "ignore")
        self._do(tr("{label}: not taken", label=label), number, source)

    def set_context(self, number: int, label: str, what: str = "fy") -> None:
        """A column tells the fiscal year of dates that have none."""
        source, choice = self._edit(number, label)
        choice.targets = [{"context": what}]
        self._settle(choice, "context")
        self._do(tr("{label}: fiscal year of the dates", label=label), number, source)

    def set_link(self, number: int, label: str, table: str = "request") -> None:
        """A column names the requests that a row belongs to."""
        source, choice = self._edit(number, label)
        choice.targets = [{"link": table}]
        self._settle(choice, "link")
        self._do(tr("{label}: request number", label=label), number, source)

    def set_unit(self, number: int, label: str, unit: str | None) -> None:
        """The unit of the file's bare numbers; None: as each cell says, else the model's."""
        source, choice, target, own = self._field(number, label)
        target.pop("source_unit", None)
        target.pop("unit", None)
        if unit:
            target["unit"] = own.unit or unit
            if own.unit and unit != own.unit:
                target["source_unit"] = unit
        self._settle(choice, "field")
        self._do(tr("{label}: unit {unit}", label=label, unit=unit or "-"), number, source)

    def set_date_form(self, number: int, label: str, wareki: bool | None) -> None:
        """Whether dates like 8.3.5 are years of an era; None: as the ledger has it."""
        source, choice, target, _own = self._field(number, label)
        target.pop("wareki", None)
        if wareki is not None:
            target["wareki"] = wareki
        self._settle(choice, "field")
        self._do(tr("{label}: form of the dates", label=label), number, source)

    def set_code(self, number: int, label: str, text: str, code: str | None) -> None:
        """What one text of a code column means; None: as the code list reads it."""
        source, choice, target, own = self._field(number, label)
        codes = dict(target.get("codes", {}))
        codes.pop(text, None)
        if code is not None:
            codes[text] = code
        target["codes"] = codes
        if not codes:
            del target["codes"]
        choice.unread = [r.text for r in code_rows(source, label) if r.how == "unread"][:12]
        if own.codes is None:
            raise GunmaneError(tr("“{label}” is not a column of codes.", label=label), code="E-PROFILE")
        self._do(tr("{label}: “{text}” is {code}", label=label, text=text, code=code or "-"), number, source)

    def confirm(self, number: int, label: str) -> None:
        """A person has looked at the guess and agrees."""
        source, choice = self._edit(number, label)
        if choice.role == "undecided":
            raise GunmaneError(
                tr("“{label}” is undecided: choose what it is.", label=label), code="E-PROFILE"
            )
        self._settle(choice, choice.role)
        self._do(tr("{label}: confirmed", label=label), number, source)

    def _edit(self, number: int, label: str) -> tuple[SourceProposal, Choice]:
        source = copied(self.state.sources[number])
        if label not in source.choices:
            raise GunmaneError(tr("There is no column “{label}”.", label=label), code="E-COLUMN")
        return source, source.choices[label]

    def _field(self, number: int, label: str):
        source, choice = self._edit(number, label)
        target = next((t for t in choice.targets if "field" in t), None)
        if target is None:
            raise GunmaneError(tr("“{label}” is not an item of the table.", label=label), code="E-PROFILE")
        return source, choice, target, source.assignment.table.field(target["field"])

    @staticmethod
    def _settle(choice: Choice, role: str) -> None:
        choice.role, choice.confidence, choice.candidates = role, DECIDED, []
        choice.reasons = [tr("decided by a person")]
        if choice.targets:
            choice.reason = None
