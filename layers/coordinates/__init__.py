"""From coordinate cells or file geometry to points in the store's CRS, settled by the whole file."""
