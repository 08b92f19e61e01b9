"""Live charts: a Figure on pyqtgraph axes, with crosshair and read-out."""
