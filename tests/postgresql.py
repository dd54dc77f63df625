"""A real PostgreSQL for the tests: on loopback, in a temporary folder, gone after them. Debian's package `postgresql` is enough."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote

import psycopg

# Root may not run it: https://www.postgresql.org/docs/current/app-initdb.html. The package makes this user.
_USER = "postgres" if os.geteuid() == 0 else None
MISSING = "PostgreSQL is not here, so nothing was tested with it. On Debian: apt-get install postgresql"


def programs() -> Path | None:
    """The folder of the newest server's programs; None if there is none."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    found += [Path(path).resolve().parent for path in [shutil.which("initdb")] if path]
    return max(found, key=lambda path: int((re.findall(r"\d+", str(path)) or [0])[-1]), default=None)


class Server:
    """A server with a password of its own. `stop` and `start` for what happens meanwhile; `remove` at the end."""

    def __init__(self) -> None:
        folder = programs()
        assert folder is not None, MISSING
        self._programs = folder
        self._folder = Path(tempfile.mkdtemp(prefix="tyrna-postgresql-"))
        self._password = secrets.token_urlsafe(12)
        if _USER:
            shutil.chown(self._folder, _USER)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self._templates = 0
        password = self._folder / "password"
        password.write_text(self._password, encoding="ascii")
        if _USER:
            shutil.chown(password, _USER)
        # Nothing of it has to survive a power cut.
        self._run("initdb", "-D", str(self._folder / "data"), "-U", "tests", "-A", "scram-sha-256", f"--pwfile={password}", "-E", "UTF8", "--no-locale", "-N")
        self.start()

    def start(self) -> None:
        options = {"listen_addresses": "127.0.0.1", "port": self.port, "unix_socket_directories": "", "fsync": "off", "full_page_writes": "off"}
        said = " ".join(f"-c {name}={value}" if value != "" else f"-c {name}=" for name, value in options.items())
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-l", str(self._folder / "log"), "-w", "-o", said, "start")

    def stop(self) -> None:
        """As a crash of the machine does it: no connection is finished in order."""
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-m", "immediate", "-w", "stop")

    @property
    def process(self) -> int:
        """The id of the server's first process."""
        return int((self._folder / "data" / "postmaster.pid").read_text(encoding="ascii").split()[0])

    def database(self, template: str = "template1", encoding: str = "UTF8") -> str:
        """The address of a new database."""
        name = f"tyrna_{secrets.token_hex(6)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as db:
            db.execute(f"CREATE DATABASE {name} TEMPLATE {template} ENCODING '{encoding}'".encode())
        return self.url(name)

    def url(self, database: str) -> str:
        return f"postgresql://tests:{quote(self._password)}@127.0.0.1:{self.port}/{database}"

    def remove(self) -> None:
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-m", "immediate", "stop", check=False)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self, program: str, *arguments: str, check: bool = True) -> None:
        command = [str(self._programs / program), *arguments]
        null = subprocess.DEVNULL
        done = subprocess.run(command, user=_USER, cwd="/", stdin=null, stdout=null, stderr=subprocess.PIPE, check=False)
        assert done.returncode == 0 or not check, done.stderr.decode()
