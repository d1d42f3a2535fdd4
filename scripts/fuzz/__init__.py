"""Damage ledgers at random, import them with the real engine, and hold the outcome to invariants.

``python -m fuzz`` (see ``make fuzz``) with ``scripts/`` on the path. Ledgers are taken apart and put together here
by code of its own (``ledger.py``), which is also the independent reader that the engine's counts are held to.
"""
