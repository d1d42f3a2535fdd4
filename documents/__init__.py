"""What leaves the plugin on paper: print layouts and exported maps."""
