"""A Figure painted with QPainter at any size: pictures for files, and the marks of live charts."""
