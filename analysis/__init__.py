"""What follows from the unified data: measures, plans and comparisons. Never imports QGIS nor a store."""
