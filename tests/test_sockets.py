"""What the server writes leaves at once: a page is hundreds of small messages, none of which may wait for the last."""

import socket

from components.server.sockets import send_at_once


def _waits(connection: socket.socket) -> bool:
    return not connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_visitor_s_connection_does_not_hold_back_small_messages() -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        send_at_once()
        with socket.create_connection(server.getsockname()), server.accept()[0] as connection:
            assert not _waits(connection)


def test_sockets_that_serve_nobody_stay_as_they_are() -> None:
    with socket.socket() as idle, socket.socket() as closed:
        closed.close()
        send_at_once()
        assert _waits(idle)
