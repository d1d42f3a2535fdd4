"""Review: what waits for a person, what people decided, and how their decisions last through every import."""
