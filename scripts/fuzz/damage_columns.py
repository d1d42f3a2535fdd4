"""Damage to columns and rows: what people and programs do to a table."""

from __future__ import annotations

import unicodedata

from .kinds import ALL, TABLES, TEXT, NotApplicable, kind

FLAT = {"csv", "xlsx"}  # with a header row of text that anything may be put into


# -- columns --------------------------------------------------------------------------------------------


def _each(job):
    """(row of cells) of header and data, padded to the header's width."""
    width = len(job.sheet.labels)
    for row in job.sheet.rows:
        row.extend([None] * (width - len(row)))
    return job.sheet.rows


def _fields(job, change) -> None:
    """Column specifications of a dbf go with its columns."""
    if "fields" in job.ledger.extra:
        change(job.ledger.extra["fields"])


@kind("columns", "renamed", ALL)
def renamed(job):
    j = job.column()
    job.say(str(job.sheet.labels[j]))
    old = str(job.sheet.labels[j] or "")
    job.sheet.labels[j] = job.rng.choice(
        [old + "2", "新" + old, "x", old[:-1], "（" + old + "）", old + " 改", "列"]
    )
    job.save()


@kind("columns", "personal one renamed", TABLES)
def renamed_personal(job):
    j = job.column(personal=True)
    job.say(str(job.sheet.labels[j]))
    job.sheet.labels[j] = job.rng.choice(
        ["申請者", "相手方", "備考欄", "x", "連絡先", str(job.sheet.labels[j]) + "1"]
    )
    job.save()


@kind("columns", "written otherwise", TABLES)
def respelled(job):
    j = job.column()
    old = str(job.sheet.labels[j])
    job.sheet.labels[j] = job.rng.choice(
        [" " + old, old + "\u3000", unicodedata.normalize("NFD", old), unicodedata.normalize("NFKC", old),
         old.upper(), "\ufeff" + old, old + "\u200b", "\u3000".join(old)]
    )  # fmt: skip
    job.say(repr(job.sheet.labels[j]))
    job.save()


@kind("columns", "line break in a label", FLAT)
def broken_label(job):
    j = job.column()
    old = str(job.sheet.labels[j])
    job.sheet.labels[j] = old[: len(old) // 2] + job.rng.choice(["\n", "\r\n"]) + old[len(old) // 2 :]
    job.save()


@kind("columns", "dropped", TABLES)
def dropped(job):
    for _ in range(job.rng.choice([1, 1, 2, 5])):
        if len(job.sheet.labels) < 2:
            break
        j = job.column()
        job.say(str(job.sheet.labels[j]))
        _each(job)
        del job.sheet.labels[j]
        for row in job.sheet.rows:
            del row[j]
        _fields(job, lambda fields, j=j: fields.pop(j))
    job.save()


@kind("columns", "doubled", FLAT | {"dbf", "shp"})
def doubled(job):
    j = job.column()
    at = job.rng.choice([j, j + 1, len(job.sheet.labels)])
    other = job.rng.random() < 0.5
    _each(job)
    job.sheet.labels.insert(at, job.sheet.labels[j])
    for row in job.sheet.rows:
        row.insert(at, None if other else row[j])
    _fields(job, lambda fields: fields.insert(at, fields[j]))
    job.say(f"{job.sheet.labels[at]} {'empty' if other else 'same'} at {at}")
    job.save()


@kind("columns", "in another order", TABLES)
def reordered(job):
    order = list(range(len(job.sheet.labels)))
    job.rng.shuffle(order)
    _each(job)
    job.sheet.labels[:] = [job.sheet.labels[k] for k in order]
    for row in job.sheet.rows:
        row[:] = [row[k] for k in order]
    _fields(job, lambda fields: fields.__setitem__(slice(None), [fields[k] for k in order]))
    job.save()


@kind("columns", "two labels exchanged", TABLES)
def exchanged(job):
    a, b = job.column(), job.column()
    labels = job.sheet.labels
    labels[a], labels[b] = labels[b], labels[a]
    job.say(f"{labels[a]} {labels[b]}")
    job.save()


@kind("columns", "200 more", FLAT)
def many(job):
    _each(job)
    count = 200
    job.sheet.labels += [job.rng.choice([f"追加{k}", f"追加{k}", "", "追加"]) for k in range(count)]
    for row in job.sheet.rows:
        row += [job.rng.choice([None, "あ", "1"]) for _ in range(count)]
    job.save()


@kind("columns", "label empty", FLAT)
def unlabelled(job):
    for _ in range(job.rng.choice([1, 1, 3])):
        j = job.column()
        job.say(str(job.sheet.labels[j]))
        job.sheet.labels[j] = job.rng.choice([None, "", " ", "\u3000"])
    job.save()


@kind("columns", "header merged", {"xlsx"})
def merged(job):
    job.ledger  # noqa: B018 - loads
    ws = job.ledger.extra["book"][job.sheet.name]
    j = job.rng.randrange(1, len(job.sheet.labels))
    row = len(job.sheet.head) + 1
    job.say(f"{job.sheet.labels[j - 1]} over {job.sheet.labels[j]}")
    for merged in list(ws.merged_cells.ranges):
        if merged.min_row <= row <= merged.max_row and merged.min_col <= j + 1 and merged.max_col >= j:
            ws.unmerge_cells(str(merged))
    ws.merge_cells(start_row=row, end_row=row, start_column=j, end_column=j + 1)
    job.ledger.extra["book"].save(job.path)


@kind("columns", "data cells merged", {"xlsx"})
def merged_cells(job):
    ws = job.ledger.extra["book"][job.sheet.name]
    first = len(job.sheet.head) + 1 + job.ledger.extra["depth"]
    count, width = len(job.sheet.rows), len(job.sheet.labels)
    if count < 4:
        raise NotApplicable
    a, j = first + job.rng.randrange(count - 3), job.rng.randrange(1, width)
    if job.rng.random() < 0.7:
        ws.merge_cells(start_row=a, end_row=a + job.rng.choice([1, 2]), start_column=j, end_column=j)
        job.unreadable = True  # the value holds for every row of the range
    else:
        ws.merge_cells(start_row=a, end_row=a, start_column=j, end_column=j + 1)
    job.ledger.extra["book"].save(job.path)


@kind("columns", "header lost", FLAT)
def headless(job):
    if not job.sheet.rows:
        raise NotApplicable
    job.sheet.labels[:] = [str(c or "") for c in _each(job)[0][: len(job.sheet.labels)]]
    del job.sheet.rows[0]
    job.unreadable = True
    job.save()


# -- rows -----------------------------------------------------------------------------------------------


def _insert(job, at: int, row: list, geom=None) -> None:
    job.sheet.rows.insert(at, row)
    if job.sheet.geoms is not None:
        job.sheet.geoms.insert(at, geom)


@kind("rows", "twice")
def twice(job):
    for n in reversed(job.rows()):
        at = job.rng.choice([n, n + 1, len(job.sheet.rows)])
        geoms = job.sheet.geoms
        _insert(job, at, list(job.sheet.rows[n]), geoms[n] if geoms is not None else None)
    job.save()


@kind("rows", "same key, other content")
def same_key(job):
    rows = job.rows(10)
    for n in rows:
        other = job.rng.randrange(len(job.sheet.rows))
        for label in job.source.key:
            j = next((k for k, x in enumerate(job.sheet.labels) if str(x).lower() == label.lower()), None)
            if j is None:
                raise NotApplicable
            job.put(n, j, job.sheet.rows[other][j])
    job.save()


@kind("rows", "key empty")
def no_key(job):
    for n in job.rows():
        j = next(
            (k for k, x in enumerate(job.sheet.labels) if str(x).lower() == job.source.key[0].lower()), None
        )
        if j is None:
            raise NotApplicable
        job.put(n, j, job.rng.choice([None, "", " ", "\u3000"]))
    job.save()


@kind("rows", "deleted")
def deleted(job):
    for n in reversed(job.rows()):
        del job.sheet.rows[n]
        if job.sheet.geoms is not None:
            del job.sheet.geoms[n]
    job.save()


@kind("rows", "shuffled")
def shuffled(job):
    order = list(range(len(job.sheet.rows)))
    job.rng.shuffle(order)
    job.sheet.rows[:] = [job.sheet.rows[k] for k in order]
    if job.sheet.geoms is not None:
        job.sheet.geoms[:] = [job.sheet.geoms[k] for k in order]
    job.save()


@kind("rows", "blank ones between", FLAT)
def blank(job):
    for n in reversed(job.rows()):
        _insert(job, n, job.rng.choice([[], [None] * len(job.sheet.labels), [" "] * 3]))
    job.save()


@kind("rows", "totals between", FLAT)
def totals(job):
    for n in reversed(job.rows(5)):
        word = job.rng.choice(["合計", "小計", "計", "令和7年度計", "【合計】", "平均", "合　計", "総計"])
        _insert(job, n, [word, *job.rng.choice([[], [None, "12", "3,400"], [1, 2, 3]])])
    job.save()


@kind("rows", "header again", FLAT)
def header_again(job):
    for n in reversed(job.rows(5)):
        _insert(job, n, list(job.sheet.labels))
    job.save()


@kind("rows", "titles above", FLAT)
def titles(job):
    above = [["道路台帳"], [None, None, "令和8年3月31日現在"], [], ["※この表は見本です", "", "担当"]]
    count = job.rng.choice([1, 2, 4])
    if job.ledger.kind == "xlsx":
        job.ledger.extra["book"][job.sheet.name].insert_rows(1, count)
        job.ledger.extra["book"].save(job.path)
        job.unreadable = True  # merged ranges do not move with openpyxl
        return
    job.sheet.head[:0] = above[:count]
    job.save()


@kind("rows", "too short or too long", TEXT)
def ragged(job):
    width = len(job.sheet.labels)
    for n in job.rows():
        row = job.sheet.rows[n]
        if job.rng.random() < 0.5:
            del row[job.rng.randrange(1, max(2, len(row))) :]
        else:
            row.insert(job.rng.randrange(width), job.rng.choice(["あふれ", "", "1,2", None]))
    job.save()


@kind("rows", "all gone")
def none_left(job):
    job.sheet.rows.clear()
    if job.sheet.geoms is not None:
        job.sheet.geoms.clear()
    if job.ledger.kind == "gpkg":
        raise NotApplicable
    job.save()


@kind("rows", "a note below", FLAT)
def note_below(job):
    for text in (["※ 位置は概略"], ["以上"], ["作成: 道路課"], ["", "", "参考"])[: job.rng.choice([1, 2, 4])]:
        _insert(job, len(job.sheet.rows), list(text))
    job.save()
