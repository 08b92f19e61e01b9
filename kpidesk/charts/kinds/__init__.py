"""One module a kind of chart, each from numbers to a Figure."""
