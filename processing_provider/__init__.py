"""The plugin's Processing algorithms: thin wrappers, one file each, around ``layers`` and ``analysis``."""
