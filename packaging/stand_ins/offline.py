"""Run before the program: modules of Python that speak HTTP are not shipped, and these empty ones stand for them.

``xml.sax`` names ``urllib.request`` for documents that lie at an address; nothing here reads such a document.
"""

import sys
import types
import urllib

for name in ("urllib.request", "http.client", "http.cookiejar"):
    sys.modules[name] = types.ModuleType(name)
urllib.request = sys.modules["urllib.request"]
