"""The four-city sample: a true world, four ways to keep it, and the dirt of real ledgers.

Nothing here imports the plugin's readers or normalisers, nor do they import this: the generator knows what is
true because it made it, so holding the import to ``expected.json`` compares two independent statements.
"""
