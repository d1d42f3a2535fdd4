"""Adopting a run: its judgement is copied to the damages, where maps, lists and forms read it (T07)."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ...i18n import tr
from ...schema import model
from ..errors import GunmaneError
from ..store import Store, ddl, open_store
from . import candidates
from .networks import LINKING, remove_rows
from .runs import JUDGING, RANKING, Plan, find_plan, moment

# T07's field -> T26's
COPIED = {
    "judge": "level",
    "std_id": "std_id",
    "std_ver": "std_ver",
    "judge_reason": "reason",
    "rs_tmp": "rs_tmp",
    "rs_perm": "rs_perm",
    "due_tmp": "due_tmp",
    "due_perm": "due_perm",
    "needs_measure": "needs_measure",
    "transfer": "transfer",
    "visit_due": "visit_due",
}
# T07's fields of a ranking -> T26's. A list ranks all damages against each other, so one run has them all.
RANKED = {
    "risk_i": "risk_i",
    "risk_p": "risk_p",
    "risk": "risk",
    "rank_cat": "category",
    "score": "score",
    "band": "band",
}
MARKED = ("judge_at", "judge_plan")
BY_HAND = ("P2", "P4")  # review states that a person has set


@dataclass(frozen=True)
class Adopted:
    """``changed``: damages that got another judgement (of a linking run: candidates shown or withdrawn); ``former``:
    runs that are not adopted any more."""

    plan_id: str
    changed: int
    former: list[str] = field(default_factory=list)


def adopt(path: str | Path, plan_id: str, who: str | None = None) -> Adopted:
    """Make a run the adopted one, in one transaction.

    The damages of the run take its judgement; those that it does not know keep theirs. A former run of the kind
    stays adopted only while damages have their judgement from it (runs of single cities stand beside each other).
    A ranking replaces all of a former one: damages that it does not rank have no score any more.
    Of runs of the network nothing is copied: one run a kind is adopted, and maps show its rows. A linking run's
    candidates for agreements come up, those of others are withdrawn (``candidates``; ``changed`` counts them).
    No edit stamp is set: this is no hand edit. A review state that a person set stays. Adopting twice changes nothing.

    Raises GunmaneError E-NOPLAN, and those of ``open_store``.
    """
    with open_store(path) as store, store.transaction(tr("adopting a plan run")):
        plan = find_plan(store, plan_id)
        before = _adopted(store, plan.kind)
        changed = _copy(store, plan) if plan.kind == JUDGING else 0
        if plan.kind == RANKING:
            changed = _copy_ranking(store, plan.plan_id)
        if plan.kind == LINKING:
            changed = candidates.show(store, plan.plan_id)
        _flag(store, plan, who)
        return Adopted(plan_id, changed, sorted(before - _adopted(store, plan.kind)))


def remove_plan(path: str | Path, plan_id: str, *, even_adopted: bool = False) -> int:
    """Remove a run with its rows; returns how many. To be asked first: it cannot be taken back.

    An adopted run is refused (GunmaneError E-PLANADOPTED) unless ``even_adopted``; then the damages that have their
    judgement from it lose it.
    """
    with open_store(path) as store, store.transaction(tr("removing a plan run")):
        plan = find_plan(store, plan_id)
        if plan.adopted and not even_adopted:
            raise GunmaneError(
                tr("The plan run {plan} is adopted.", plan=plan.name),
                code="E-PLANADOPTED",
                remedy=tr("Adopt another one first."),
            )
        if plan.kind == JUDGING:
            names = [*COPIED, *MARKED]
            with _quiet(store):
                store.con.execute(
                    f"UPDATE damage SET {', '.join(f'{name} = NULL' for name in names)}, {_review('NULL')}"  # nosec B608
                    " WHERE judge_plan = ?",
                    (plan_id,),
                )
        if plan.kind == RANKING and plan.adopted:
            _copy_ranking(store, None)
        removed = remove_rows(store, plan_id)
        removed += store.con.execute("DELETE FROM judgement WHERE plan_id = ?", (plan_id,)).rowcount
        store.con.execute("DELETE FROM plan_run WHERE plan_id = ?", (plan_id,))
        return removed


def _copy(store: Store, plan: Plan) -> int:
    """T26 to T07, only where something differs."""
    judged_at = str(plan.params.get("as_of") or plan.run_at)
    source = "SELECT {} FROM judgement j WHERE j.plan_id = :plan AND j.damage = damage.uuid"
    targets = [*COPIED, *MARKED]
    values = ", ".join([*(f"j.{name}" for name in COPIED.values()), ":at", ":plan"])
    differs = " OR ".join(f"damage.{own} IS NOT j.{name}" for own, name in COPIED.items())
    differs += " OR damage.judge_at IS NOT :at OR damage.judge_plan IS NOT :plan"
    bound = {"plan": plan.plan_id, "at": judged_at}
    with _quiet(store):
        # The review state first: it is written where the rest is about to be.
        found = source.format("j.rp")
        where = f"EXISTS ({source.format('1')} AND ({differs}))"  # nosec B608
        store.con.execute(f"UPDATE damage SET {_review(f'({found})')} WHERE {where}", bound)  # nosec B608
        return store.con.execute(
            f"UPDATE damage SET ({', '.join(targets)}) = ({source.format(values)}) WHERE {where}",  # nosec B608
            bound,
        ).rowcount


def _copy_ranking(store: Store, plan_id: str | None) -> int:
    """T26 to T07, only where something differs; no run: nothing is ranked."""
    found = "(SELECT j.{} FROM judgement j WHERE j.plan_id = :plan AND j.damage = damage.uuid)"
    differs = " OR ".join(f"{own} IS NOT {found.format(name)}" for own, name in RANKED.items())
    values = ", ".join(f"{own} = {found.format(name)}" for own, name in RANKED.items())
    with _quiet(store):
        return store.con.execute(f"UPDATE damage SET {values} WHERE {differs}", {"plan": plan_id}).rowcount  # nosec B608


def _review(value: str) -> str:
    states = ", ".join(f"'{state}'" for state in BY_HAND)
    return f"rp = CASE WHEN rp IN ({states}) THEN rp ELSE {value} END"


def _flag(store: Store, plan: Plan, who: str | None) -> None:
    con = store.con
    if plan.kind == JUDGING:
        in_use = (
            "EXISTS (SELECT 1 FROM damage d WHERE d.judge_plan = plan_run.plan_id AND d.vanished_at IS NULL)"
        )
    else:
        in_use = "0"
    con.execute(
        f"UPDATE plan_run SET adopted = 0 WHERE adopted = 1 AND kind = ? AND plan_id <> ? AND NOT {in_use}",  # nosec B608
        (plan.kind, plan.plan_id),
    )
    if not plan.adopted:
        result = {**plan.result, "adopted_at": moment(), "adopted_by": who}
        con.execute(
            "UPDATE plan_run SET adopted = 1, result = ? WHERE plan_id = ?",
            (json.dumps(result, ensure_ascii=False), plan.plan_id),
        )


def _adopted(store: Store, kind: str) -> set[str]:
    return {
        row[0]
        for row in store.con.execute("SELECT plan_id FROM plan_run WHERE adopted = 1 AND kind = ?", (kind,))
    }


@contextlib.contextmanager
def _quiet(store: Store) -> Iterator[None]:
    """Table ``damage`` without its triggers: one would take this for a hand edit, the others call functions that
    plain SQLite does not have (see store/ddl.py). Within the transaction, so that a failure brings them back."""
    table = model().tables["damage"]
    for statement in ddl.rtree_triggers_drop(table.name) + ddl.edit_trigger_drop(table):
        store.con.execute(statement)
    yield
    for statement in ddl.rtree_triggers_create(table.name) + ddl.edit_trigger_create(table):
        store.con.execute(statement)
