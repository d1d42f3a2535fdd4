"""One road network of several cities: what each digitised up to its own border, joined. See docs/algorithms/linking.md.

``link_roads`` is the door; the other modules are its rooms in the order of use: ``reading``, ``topology`` (inside a
city), ``twins`` (drawn by two), ``pairs`` and ``assignment`` (ends across a border), ``meets`` (an end at another
city's road), ``tables`` (what comes out).
"""

from .linking import Joined, link_roads
from .options import Options

__all__ = ["Joined", "Options", "link_roads"]
