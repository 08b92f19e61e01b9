"""The what-if page: drivers left, answers right."""
