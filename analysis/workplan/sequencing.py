"""In which order a crew works: by rank, unless a deadline that was chosen to be kept would fall."""

from __future__ import annotations

import heapq

import numpy as np

_NONE = np.iinfo(np.int64).max


def sequence(
    work: np.ndarray, slot: np.ndarray, kept: np.ndarray, top: np.ndarray, limit: np.ndarray
) -> np.ndarray:
    """Positions in the order of working. Jobs come in the order of their rank, those on ``top`` before all others.

    ``slot``: position of a kept job's deadline in ``limit`` (work possible by then). After the top ones, always the
    job of the best rank that can be done now with every kept deadline still possible; where it cannot, the kept job
    that is due first.
    """
    order = np.flatnonzero(top).tolist()
    begun = int(work[top].sum())
    slots, own = np.unique(slot[kept], return_inverse=True)
    due = np.full(len(work), -1)
    due[kept] = own.reshape(-1)
    waiting = np.bincount(due[kept], minlength=len(slots))
    planned = np.cumsum(np.bincount(due[kept], work[kept], len(slots))).astype(np.int64)
    spare = limit[slots].astype(np.int64) - begun - planned
    heap = [(int(due[job]), int(job)) for job in np.flatnonzero(kept)]
    heapq.heapify(heap)
    done = top.copy()
    for job in np.flatnonzero(~top).tolist():
        while not done[job]:
            here = len(slots) if due[job] < 0 else due[job]
            amount = int(work[job])
            chosen = job
            if here and amount > spare[:here].min(initial=_NONE):
                while done[heap[0][1]]:
                    heapq.heappop(heap)
                chosen = heap[0][1]
                here, amount = due[chosen], int(work[chosen])
            done[chosen] = True
            order.append(chosen)
            spare[:here] -= amount
            if due[chosen] >= 0:
                waiting[due[chosen]] -= 1
                if not waiting[due[chosen]]:
                    spare[due[chosen]] = _NONE // 2  # nobody waits for that day any more
    return np.array(order, int)
