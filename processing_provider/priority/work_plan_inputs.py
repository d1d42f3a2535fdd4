"""What ``gunmane:workplan`` plans with: a ranked list, how much work it is, what can be done in a month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...i18n import tr
from ...layers.errors import GunmaneError
from ..frames import attributes, missing_column

if TYPE_CHECKING:  # the plugin loads without them; each function takes them when it is called
    import numpy as np
    import pandas as pd

# What prioritize writes and a plan reads; without them a layer is not ranked.
RANKED = ("judge", "rank", "band", "on_top", "due")
BANDS = ("A", "B", "C")
OTHERS = "*"  # in a table of amounts: every city that is not named


@dataclass
class RankedList:
    """A ranking read back from its layer, as far as ``analysis.workplan`` needs one. ``frame``: rank (0: none), level,
    band, top, due and days_over, one row a damage; ``judged.prepared``: the damages; ``address``: texts or None."""

    frame: pd.DataFrame
    judged: object
    address: np.ndarray
    number: np.ndarray
    table: pd.DataFrame

    @property
    def prepared(self):
        return self.judged.prepared

    def day(self) -> np.datetime64 | None:
        """The day that the list was made for, which its overdue damages tell; None where none is overdue."""
        import numpy as np

        over = self.frame["days_over"].to_numpy()
        here = over > 0
        days = self.frame["due"].to_numpy("datetime64[D]")[here] + over[here].astype("timedelta64[D]")
        found, counts = np.unique(days[~np.isnat(days)], return_counts=True)
        return found[counts.argmax()] if len(found) else None


def ranked_list(source, work_field: str | None, feedback) -> RankedList:
    """The list of a layer that prioritize wrote. Raises GunmaneError where it is not ranked."""
    import numpy as np
    import pandas as pd

    from ...analysis.priority import judgements_of
    from ...analysis.priority.rebuilding import COLUMNS, DAMAGE_COLUMNS
    from ...analysis.standards import catalogue, columns

    remedy = tr("Rank the damages first (Rank damages in one list) and take its result.")
    for name in (*RANKED, "ft", "dt"):
        if source.fields().indexOf(name) < 0:
            raise GunmaneError(missing_column(name), remedy=remedy)
    wanted = [
        *DAMAGE_COLUMNS,
        *COLUMNS,
        *catalogue.measures(),
        "measures",
        "flags",
        *RANKED,
        "due_code",
        "days_over",
        "address",
    ]
    table = attributes(source, [*wanted, *filter(None, [work_field])], feedback)
    judged, _ = judgements_of(table)
    rank, strange = columns.numbers(table, "rank")
    if strange.any() or (rank[np.isfinite(rank)] % 1 != 0).any():
        raise GunmaneError(
            tr("The field {name} holds something else than ranks.", name="rank"), remedy=remedy
        )
    over, _ = columns.numbers(table, "days_over")
    due, said = columns.moments(table, "due"), columns.texts(table, "due")
    lost = np.isnat(due) & np.array([bool(text and str(text).strip()) for text in said], bool)
    if lost.any():
        row = int(np.flatnonzero(lost)[0])
        raise GunmaneError(
            tr("{n} cells of the field due are no dates (first: row {row}, “{text}”).", n=int(lost.sum()), row=row + 1,
               text=said[row]),
            field="due", remedy=remedy,
        )  # fmt: skip
    frame = pd.DataFrame(
        {
            "rank": np.nan_to_num(rank).astype(np.int64),
            "level": judged.frame["level"],
            "band": columns.texts(table, "band"),
            "top": columns.truths(table, "on_top") == 1,
            "due": due,
            "days_over": np.nan_to_num(over).astype(np.int64),
        }
    )
    return RankedList(frame, judged, columns.texts(table, "address"), columns.texts(table, "dmg_id"), table)


@dataclass
class Work:
    """``jobs``: see ``analysis.workplan.jobs_of``, with ``quantity_assumed`` (the record has no measure; the table's
    own quantity counts), ``own`` (from the layer's field), ``first_due`` and
    ``renewed`` (see ``renew``); ``source``: where amounts are from, in words; ``example``:
    invented values are among them."""

    jobs: pd.DataFrame
    source: str
    example: bool


def work_of(listed: RankedList, unit: str, levels, field: str | None, table, table_source: str) -> Work:
    """How much work each repair is: what the layer's field says, else the table, else what is typical of its kind.

    ``table``: Prices (hours in ``yen`` where the unit is hours). Raises GunmaneError, PlanError.
    """
    import numpy as np

    from ...analysis import workplan as wp
    from ...analysis.standards import columns

    found = wp.efforts(listed, unit, table)
    amount, assumed = found.yen.copy(), found.assumed.copy()
    own = np.zeros(len(amount), bool)
    if field:
        given, strange = columns.numbers(listed.table, field)
        strange |= (given < 0) | np.isinf(given)
        if strange.any():
            row = int(np.flatnonzero(strange)[0])
            raise GunmaneError(
                tr("{n} cells of the field {name} are no amounts of work (first: row {row}, “{text}”).",
                   n=int(strange.sum()), name=field, row=row + 1, text=listed.table[field].iloc[row]),
                field=field, remedy=tr("Enter numbers from 0 on, or leave the cells empty."),
            )  # fmt: skip
        own = np.isfinite(given)
        amount, assumed = np.where(own, given, amount), assumed & ~own
    jobs = wp.jobs_of(listed, amount, levels)
    at = jobs.index.to_numpy()
    jobs["first_due"], jobs["renewed"] = jobs["due"], False
    jobs["own"], jobs["quantity_assumed"] = own[at], assumed[at] & np.isfinite(found.yen[at])
    bare = jobs["city_code"].isna()
    if bare.any():
        raise GunmaneError(
            tr("{n} damages say nothing of their city (first: {first}).", n=int(bare.sum()),
               first=jobs.loc[bare, "uuid"].iloc[0]),
            field="city_code", remedy=tr("Fill the field city_code, then judge and rank again."),
        )  # fmt: skip
    unknown = ~jobs["band"].isin(BANDS)
    if unknown.any():
        raise GunmaneError(
            tr("{n} damages have no band A, B or C (first: {first}).", n=int(unknown.sum()),
               first=jobs.loc[unknown, "uuid"].iloc[0]),
            field="band", remedy=tr("Rank the damages first (Rank damages in one list) and take its result."),
        )  # fmt: skip
    every = len(jobs) > 0 and bool(jobs["own"].all())
    said = [tr("field {name}", name=field)] if jobs["own"].any() else []
    said += [] if every else [table_source]
    return Work(jobs, ", ".join(said), found.example and not every)


def renew(jobs: pd.DataFrame, listed: RankedList, start: np.datetime64, calendar) -> pd.DataFrame:
    """The jobs with new deadlines where theirs passed before ``start``: the same response, counted from that day.

    ``first_due`` keeps the old one. Raises GunmaneError where the list does not say which response set a deadline."""
    import numpy as np

    from ...analysis.standards import columns, responses

    over = (jobs["due"].to_numpy("datetime64[D]") < start).astype(bool)
    if over.any() and "due_code" not in listed.table:
        raise GunmaneError(
            missing_column("due_code"),
            remedy=tr("Rank the damages first (Rank damages in one list) and take its result."),
        )
    at, codes = jobs.index.to_numpy()[over], list(responses())
    said = columns.texts(listed.table, "due_code")[at]
    number = np.array([codes.index(code) if code in codes else -1 for code in said], int)
    begin = np.full(len(at), start.astype(columns.SECOND))
    due = jobs["due"].to_numpy(columns.SECOND).copy()
    due[over] = calendar.due(number, begin, listed.prepared.city[at])
    return jobs.assign(due=due, renewed=over)


class Cities:
    """Cities as people write them: code with or without its check digit or first zero, or name."""

    def __init__(self, names: dict[str, str], listed):
        self.names, self.listed = names, set(listed)

    def find(self, text) -> str | None:
        from ...layers.normalise import Context, normalise

        text = str(text).strip().removesuffix(".0")
        if text in (OTHERS, "＊", "各市", "その他"):
            return OTHERS
        known = {**dict.fromkeys(self.listed), **self.names}
        by_name = {name: code for code, name in self.names.items()}
        # Excel takes the zero before a code away.
        for form in (text, text.zfill(6)):
            if form in known:
                return form
        return by_name.get(text) or normalise("citycode", text, Context(cities=self.names)).value

    def label(self, code: str) -> str:
        return self.names.get(code, code)


def matrix_amounts(cells: list, cities: Cities) -> dict[str, dict]:
    """City -> {None: amount} of the dialog's table (city, amount, city, amount ...). Raises GunmaneError."""
    from .work_plan_files import _number

    cells = ["" if cell is None or str(cell) == "NULL" else str(cell).strip() for cell in cells]
    if len(cells) % 2:
        raise GunmaneError(
            tr("The capacities are pairs of a city and an amount, but there are {n} cells.", n=len(cells)),
            remedy=tr("E.g. 082112,320,082244,160; one amount a month goes into a table."),
        )
    found: dict[str, dict] = {}
    for row, (name, text) in enumerate(zip(cells[::2], cells[1::2]), 1):
        if not name and not text:
            continue
        city, amount = cities.find(name) if name else None, _number(text) if text else None
        if city is None or amount is None:
            raise GunmaneError(
                tr("Capacity, row {row}: “{city}”, “{amount}” is no city with an amount.", row=row, city=name,
                   amount=text),
                remedy=tr("Give the city's code or name, and a number from 0 on."),
            )  # fmt: skip
        if city in found:
            raise GunmaneError(tr("Capacity, row {row}: {city} stands there twice.", row=row,
                                  city=cities.label(city)))  # fmt: skip
        found[city] = {None: amount}
    return found


def shared_amounts(jobs: pd.DataFrame, share: float, months: int) -> dict[str, dict]:
    """The assumption of a capacity that is enough for this share of each city's listed work over the months."""
    sums = jobs.groupby("city_code")["work"].sum()
    return {city: {None: float(work) * share / 100 / months} for city, work in sums.items()}


def monthly(found: dict[str, dict], jobs: pd.DataFrame, months: list[str], cities: Cities, unit: str) -> dict:
    """City -> the amount of each month, for ``Capacity.of``. Every city of the list must be there, 0 counts.

    Raises GunmaneError with the cities and months that are missing.
    """
    from ...documents.workplan_words import amount_text

    found = {city: dict(given) for city, given in found.items()}
    others = found.pop(OTHERS, None)
    sums = jobs.groupby("city_code")["work"].agg(["size", "sum"])
    lacking = [city for city in sums.index if city not in found]
    if lacking and others is None:
        told = ", ".join(
            tr("{city}: {n} repairs, {amount}", city=f"{cities.label(city)} ({city})", n=f"{sums['size'][city]:,}",
               amount=amount_text(sums["sum"][city], unit))
            for city in lacking
        )  # fmt: skip
        raise GunmaneError(
            tr("Nobody has said what can be done in a month for these cities of the list: {cities}.", cities=told),
            remedy=tr("Enter an amount for each (0 where nothing can be done; * for all others), or, as an assumption,"
                      " a share of the listed work."),
        )  # fmt: skip
    found.update({city: others for city in lacking})
    result = {}
    for city, given in sorted(found.items()):
        without = [month for month in months if month not in given and None not in given]
        if without:
            raise GunmaneError(
                tr("{city} has no amount for {months}.", city=cities.label(city), months=", ".join(without)),
                remedy=tr(
                    "Add rows for these months (0 where nothing can be done), or one without a month for all."
                ),
            )
        result[city] = [float(given.get(month, given.get(None, 0.0))) for month in months]
    return result
