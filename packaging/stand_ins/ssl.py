"""Stands in for Python's ``ssl`` in a package: the product opens no connection, so no code for encrypted ones ships.

PyArrow imports ``ssl`` only to tell its cloud file systems, which do not ship either, where certificates lie; asyncio
names its errors.
"""

from typing import NamedTuple


class SSLError(OSError):
    """Never raised."""


class SSLWantReadError(SSLError):
    """Never raised."""


class SSLSyscallError(SSLError):
    """Never raised."""


class _NoPaths(NamedTuple):
    cafile: None = None
    capath: None = None
    openssl_cafile_env: str = ""
    openssl_cafile: str = ""
    openssl_capath_env: str = ""
    openssl_capath: str = ""


def get_default_verify_paths() -> _NoPaths:
    """No certificates."""
    return _NoPaths()
