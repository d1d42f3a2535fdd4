"""Pavement: MCI with the formula that gave the minimum, and the classes of cracking, rutting and IRI (section 4.4)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

FORMULAS = ("M0", "M1", "M2", "M3")
# Lower bounds of classes II and III (public survey guideline, as quoted in the unified model, section 4).
CLASS_BOUNDS = {"crack_pct": (20.0, 40.0), "rut_mm": (20.0, 40.0), "iri": (3.0, 8.0)}
CLASSES = ("", "Ⅰ", "Ⅱ", "Ⅲ")


class Mci(NamedTuple):
    """``value``: 0-10, two decimals, NaN where it cannot be had; ``formula``: which gave the minimum ("M0" ...,
    several joined by "+", "" where none); ``partial``: W-MCI3, made without roughness; ``from_iri``: W-IRI2SIGMA."""

    value: np.ndarray
    formula: np.ndarray
    partial: np.ndarray
    from_iri: np.ndarray

    def flags(self) -> np.ndarray:
        """The codes of each section's doubts, as tuples (object array)."""
        found = np.empty(self.value.shape, object)
        for at in np.ndindex(found.shape):
            found[at] = ("W-MCI3",) * bool(self.partial[at]) + ("W-IRI2SIGMA",) * bool(self.from_iri[at])
        return found


def mci(
    crack_pct, rut_mm, sigma_mm=None, *, iri=None, iri_to_sigma: tuple[float, float] | None = None
) -> Mci:
    """The maintenance control index of each section: the least of the formulas that can be computed.

    ``crack_pct`` %, ``rut_mm`` and ``sigma_mm`` mm, arrays with NaN where unknown. Without cracking there is no
    index. Negative and infinite measures count as unknown. ``iri_to_sigma``: (a, b) of the user's own regression
    sigma = a * iri + b, used where sigma is missing; never assumed.
    """
    crack, rut = np.broadcast_arrays(_sound(crack_pct, 100), _sound(rut_mm))
    sigma = (
        np.full(crack.shape, np.nan)
        if sigma_mm is None
        else np.array(np.broadcast_to(_sound(sigma_mm), crack.shape))
    )
    from_iri = np.zeros(crack.shape, bool)
    if iri is not None and iri_to_sigma is not None:
        guess = _sound(iri_to_sigma[0] * _sound(iri) + iri_to_sigma[1])
        from_iri = np.isnan(sigma) & ~np.isnan(np.broadcast_to(guess, sigma.shape))
        sigma = np.where(from_iri, guess, sigma)
    c, d = crack**0.3, rut**0.7
    parts = np.stack(
        [
            10 - 1.48 * c - 0.29 * d - 0.47 * sigma**0.2,
            10 - 1.51 * c - 0.30 * d,
            10 - 2.23 * c,
            10 - 0.54 * d,
        ]
    )
    known = ~np.isnan(crack)
    least = np.where(np.isnan(parts), np.inf, parts).min(axis=0)
    value = np.where(known, np.floor(np.clip(least, 0, 10) * 100 + 0.5 + 1e-9) / 100, np.nan)
    ties = (parts <= least + 1e-9) & known
    formula = np.full(crack.shape, "", object)
    for n, name in enumerate(FORMULAS):
        here = ties[n]
        formula[here] = np.where(formula[here] == "", name, formula[here] + "+" + name)
    return Mci(value, formula, known & np.isnan(sigma), from_iri)


def pavement_class(measure: str, values) -> np.ndarray:
    """Ⅰ, Ⅱ or Ⅲ of each value ("" where unknown): ``crack_pct`` 20/40 %, ``rut_mm`` 20/40 mm, ``iri`` 3/8 mm/m;
    a bound belongs to the worse class."""
    values = _sound(values)
    n = np.where(
        np.isnan(values), 0, 1 + np.searchsorted(CLASS_BOUNDS[measure], np.nan_to_num(values), "right")
    )
    return np.array(CLASSES, object)[n]


def _sound(values, highest: float = np.inf) -> np.ndarray:
    values = np.asarray(values, float)
    with np.errstate(invalid="ignore"):
        return np.where(np.isfinite(values) & (values >= 0) & (values <= highest), values, np.nan)
