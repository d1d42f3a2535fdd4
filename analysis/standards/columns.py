"""Columns of tables as plain arrays: numbers, flags of rows, times. Work is done on distinct texts, not on rows."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd

SECOND = "datetime64[s]"
NAT = np.datetime64("NaT", "s")
_JST = "+09:00"


def column(frame: pd.DataFrame, name: str) -> np.ndarray:
    """A column as an object array; all None where the table does not have it."""
    if name in frame:
        return frame[name].to_numpy(dtype=object, na_value=None)
    return np.full(len(frame), None, object)


def distinct(values: np.ndarray) -> tuple[np.ndarray, list]:
    """(row -> index, distinct values); None and NaN have the index -1."""
    codes, found = pd.factorize(values)
    return codes, list(found)


def texts(frame: pd.DataFrame, name: str) -> np.ndarray:
    """A column of codes as texts without blanks; 1.0 and 1 are "1"; None where empty."""
    codes, found = distinct(column(frame, name))
    table = np.empty(len(found) + 1, object)
    for n, value in enumerate(found):
        whole = isinstance(value, float) and value.is_integer()
        table[n] = str(int(value) if whole else value).strip() or None
    table[-1] = None
    return table[codes]


def numbers(frame: pd.DataFrame, name: str) -> tuple[np.ndarray, np.ndarray]:
    """(float64 with NaN, mask of cells that hold something which is no number)."""
    if name not in frame:
        return np.full(len(frame), np.nan), np.zeros(len(frame), bool)
    raw = frame[name]
    if pd.api.types.is_numeric_dtype(raw):
        values = raw.to_numpy(dtype=float, na_value=np.nan)
        return values, np.zeros(len(frame), bool)
    values = pd.to_numeric(raw, errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    filled = raw.notna().to_numpy() & (raw != "").to_numpy()
    return values, filled & np.isnan(values)


def truths(frame: pd.DataFrame, name: str) -> np.ndarray:
    """1 true, 0 false, -1 not recorded."""
    codes, found = distinct(column(frame, name))
    table = np.full(len(found) + 1, -1, np.int8)
    for n, value in enumerate(found):
        table[n] = -1 if str(value).strip() == "" else int(str(value).strip().lower() in ("1", "1.0", "true"))
    return table[codes]


def decoded(frame: pd.DataFrame, name: str) -> tuple[np.ndarray, list]:
    """A JSON column as (row -> index or -1, distinct decoded values); unreadable texts count as empty."""
    raw = column(frame, name)
    raw = np.array(
        [v if v is None or isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in raw], object
    )
    codes, found = distinct(raw)
    values = []
    for text in found:
        try:
            values.append(json.loads(text))
        except ValueError:
            values.append(None)
    return codes, values


def moments(frame: pd.DataFrame, name: str) -> np.ndarray:
    """A column of dates or times as Japanese wall time (datetime64[s]); NaT where empty or unreadable."""
    if name not in frame:
        return np.full(len(frame), NAT)
    raw = frame[name]
    if isinstance(raw.dtype, pd.DatetimeTZDtype):
        raw = raw.dt.tz_convert("Asia/Tokyo").dt.tz_localize(None)
    if raw.dtype.kind == "M":
        return raw.to_numpy().astype(SECOND)
    codes, found = distinct(raw.to_numpy(dtype=object, na_value=None))
    table = np.full(len(found) + 1, NAT)
    table[: len(found)] = _read(found)
    return table[codes]


def iso(values: np.ndarray) -> np.ndarray:
    """ISO texts with Japan's offset, None for NaT: what the store holds."""
    found = (np.datetime_as_string(values, "s").astype(object)) + _JST
    found[np.isnat(values)] = None
    return found


def _read(found: list) -> np.ndarray:
    try:
        cut = np.array([t[:19] for t in found], "U19")
        if all(len(t) in (10, 19) or t[19:] == _JST for t in found):
            return cut.astype(SECOND)
    except (TypeError, ValueError):
        pass
    return np.array([_moment(value) for value in found], SECOND)


def _moment(value) -> np.datetime64:
    try:
        stamp = pd.Timestamp(value)
        if stamp is pd.NaT:
            return NAT
        if stamp.tzinfo is not None:
            stamp = stamp.tz_convert("Asia/Tokyo").tz_localize(None)
        return stamp.to_datetime64().astype(SECOND)
    except (ValueError, TypeError, OverflowError):  # OutOfBounds is a ValueError
        return NAT
