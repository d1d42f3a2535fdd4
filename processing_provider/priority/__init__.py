"""One list of repairs, how sure it is, and a plan."""
