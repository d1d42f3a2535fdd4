"""What a person clicks: settings page, help, the sample."""
