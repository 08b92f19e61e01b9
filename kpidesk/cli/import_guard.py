"""A process without pandas."""


class WithoutPandas:
    """Refuses pandas to this process: a finder of modules, asked before all others.

    No command needs pandas, but pyarrow would import it, for a second of processor time, only to ask whether a list is
    one of its Series. ``sys.modules["pandas"] = None`` will not do: pyarrow then fails on the ``None``.
    """

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        """None for any other module; ModuleNotFoundError for pandas, as where it is not installed."""
        if name == "pandas":
            raise ModuleNotFoundError(name, name=name)
