"""Commands by the part of the document that they change."""
