"""Where the process that reads workbooks begins: the libraries that read them are loaded in it, not in the program."""

from multiprocessing.connection import Connection


def serve(connection: Connection) -> None:
    """Answer requests until the other end closes; see excel_child."""
    from kpidesk.ingest.excel_child import serve

    serve(connection)
