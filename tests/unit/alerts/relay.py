"""A mail relay in this process: it takes what it is sent and keeps it, or refuses as told."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Relay:
    """What a relay was sent.

    Attributes:
        port: where it listens on this machine.
        taken: each e-mail as it came over the wire.
        spoken: every command it heard.
        refuses: it answers each sender with a refusal that repeats what it heard.
    """

    port: int = 0
    taken: list[str] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)
    refuses: bool = False


class _Talk(socketserver.StreamRequestHandler):
    """As much of SMTP as is needed to take an e-mail (RFC 5321)."""

    relay: Relay

    def handle(self) -> None:
        self._say("220 relay")
        while line := self.rfile.readline().decode().strip():
            self.relay.spoken.append(line)
            if line.upper() == "DATA":
                self._take()
            elif line.upper() == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say(f"550 {line}" if self.relay.refuses and line.upper().startswith("MAIL") else "250 well")

    def _take(self) -> None:
        self._say("354 go on")
        lines = []
        while (line := self.rfile.readline().decode()) != ".\r\n":
            lines.append(line)
        self.relay.taken.append("".join(lines))
        self._say("250 taken")

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


@contextmanager
def a_relay() -> Iterator[Relay]:
    """A relay that listens while the block lasts."""
    relay = Relay()
    handler = type("Talk", (_Talk,), {"relay": relay})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        relay.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield relay
        server.shutdown()
