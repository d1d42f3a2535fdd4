"""Parts of make_styles.py: icons, symbols, labels, one builder for each layer family."""
