"""The doors of the network's analyses: linking borders, through routes, route groups."""
