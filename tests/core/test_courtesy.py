"""Work makes way only on threads that were told whom to wait for."""

import threading

from kpidesk.core.courtesy import be_courteous, make_way
from kpidesk.core.progress import Progress


def test_a_thread_waits_for_whom_it_was_told_and_no_other_thread_does():
    waited = []

    def work():
        be_courteous(lambda: waited.append("for the window"))
        make_way()
        Progress().raise_if_cancelled()
        Progress().part(0, 2).step(1, 2)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    make_way()
    assert set(waited) == {"for the window"}
    assert len(waited) >= 3
