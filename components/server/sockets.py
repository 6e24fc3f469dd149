"""The server's sockets: what is written leaves at once."""

import gc
import socket

INTERNET = (socket.AF_INET, socket.AF_INET6)


def send_at_once() -> None:
    """Turn Nagle's algorithm off for the connections this process accepts from now on.

    The framework binds its socket without naming the protocol; asyncio then leaves the algorithm on, and the second of
    two messages waits until the visitor's system has confirmed the first, 40 ms and more. The socket is not handed to
    the application, so it is looked for; accepted connections inherit the option. See uvicorn issue 3149.
    """
    for found in gc.get_objects():
        if type(found) is socket.socket and _listens(found):
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _listens(found: socket.socket) -> bool:
    is_open = found.fileno() >= 0 and found.family in INTERNET and found.type == socket.SOCK_STREAM
    return is_open and bool(found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
