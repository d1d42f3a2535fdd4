"""What is in the store: checks, coverage, packages for others."""
