"""Who writes a store at the moment, and waiting for one's turn.

SQLite lets one process write at a time; that lock alone decides. It does not tell who holds it, so whoever
writes puts a note beside the store (``gunmane.gpkg.writing``) for as long as its transaction lasts: user, PC,
process, since when, what. The note never grants or refuses anything: a note that was left behind does no harm.

A note counts while its process lives. On another PC (a store on a network share) that cannot be asked; there the
holder touches its note every few seconds, and a note that stays as it is while one watches it counts for nothing.
No clocks are compared. A lock without a note that counts is held by another program, mostly an edit session.
"""

from __future__ import annotations

import contextlib
import datetime
import getpass
import json
import os
import platform
import secrets
import sqlite3
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from ...i18n import tr
from ..errors import GunmaneError

BUSY_SECONDS = 20  # how long short work waits
IMPORT_SECONDS = 600  # how long an import waits for one transaction of another
BEAT_SECONDS = 5.0  # how often a holder touches its note
SILENT_SECONDS = 20.0  # a note of another PC that was not touched for so long is left behind
SAY_SECONDS = 30.0  # how often the one who waits says so again
POLL_SECONDS = 0.2


def _nothing(_text: str = "") -> None:
    return None


@dataclass
class Patience:
    """How long to wait for a lock (seconds; None: ``BUSY_SECONDS``), whom to tell, and ``check``, which raises
    where the user has cancelled. The limit counts anew for every transaction of the other, so that one who
    imports ten cities, each quickly, does not exhaust it."""

    limit: float | None = None
    say: Callable[[str], None] = _nothing
    check: Callable[[], None] = _nothing


@dataclass(frozen=True)
class Holder:
    """The note of one who writes."""

    token: str
    user: str
    host: str
    node: int
    pid: int
    program: str
    since: str
    what: str

    def words(self) -> str:
        """For a person: user, PC, process, since when, what."""
        return tr(
            "{user} on {host} since {since}: {what} (process {pid}, {program})",
            user=self.user, host=self.host, since=_hour(self.since), what=self.what, pid=self.pid,
            program=self.program,
        )  # fmt: skip


def note_path(store_path: str | Path) -> Path:
    """Where the note of who writes a store stands."""
    store_path = Path(store_path)
    return store_path.with_name(store_path.name + ".writing")


@contextlib.contextmanager
def announced(path: Path, what: str = "") -> Iterator[None]:
    """The note beside the store, for as long as the block lasts; nothing where the folder refuses it."""
    note = note_path(path)
    token = secrets.token_hex(8)
    holder = Holder(
        token, user_name(), platform.node(), uuid.getnode(), os.getpid(),
        Path(sys.argv[0] or sys.executable or "?").name, _now(), what or tr("writing"),
    )  # fmt: skip
    draft = note.with_name(f".{note.name}.{token}")
    written = False
    with contextlib.suppress(OSError):
        draft.write_text(json.dumps(asdict(holder), ensure_ascii=False), encoding="utf-8")
        os.replace(draft, note)
        written = True
    if not written:
        with contextlib.suppress(OSError):
            draft.unlink()
        yield
        return
    ended = threading.Event()
    beating = threading.Thread(target=_beat, args=(note, ended), daemon=True)
    beating.start()
    try:
        yield
    finally:
        ended.set()
        beating.join()
        found = read_note(path)
        if found is not None and found.token == token:  # the next one may have put its own there
            with contextlib.suppress(OSError):
                note.unlink()


def read_note(path: Path) -> Holder | None:
    """The note beside a store as it stands, whether it still counts or not; None where there is none."""
    try:
        return Holder(**json.loads(note_path(path).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def holder_of(path: Path) -> Holder | None:
    """Who writes the store, by its note; None: nobody of ours as far as can be known."""
    found = read_note(path)
    return found if found is not None and (not _here(found) or _alive(found.pid)) else None


def locked_error(path: Path, holder: Holder | None = None) -> GunmaneError:
    """The message for one who waited in vain."""
    if holder is None:
        return GunmaneError(
            tr("{path} is being written by another program.", path=str(path)),
            code="E-LOCKED",
            remedy=tr("Save or end the edit session in QGIS, or wait for the other import, then try again."),
        )
    return GunmaneError(
        tr("{path} is being written by {who}.", path=str(path), who=holder.words()),
        code="E-LOCKED",
        remedy=tr("Wait for it to end, or ask that colleague; then try again. Nothing was changed."),
    )


def patiently(path: Path, action: Callable, patience: Patience, con: sqlite3.Connection | None = None):
    """Do ``action``, again and again while SQLite says that another holds the lock.

    Returns what it returns. Raises GunmaneError E-LOCKED after the limit, and what ``patience.check`` raises.
    ``con``: the connection that the action uses; it waits only shortly itself meanwhile.
    """
    if con is not None:
        con.execute(f"PRAGMA busy_timeout = {int(POLL_SECONDS * 1000)}")
    watch = None
    try:
        while True:
            try:
                return action()
            except sqlite3.OperationalError as error:
                if not is_busy(error):
                    raise
            watch = watch or _Watch(path, patience)
            watch.look()
            time.sleep(POLL_SECONDS / 4)
    finally:
        if con is not None:
            con.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")


def is_busy(error: sqlite3.Error) -> bool:
    """Whether an error of SQLite says that another connection holds the lock."""
    text = str(error).lower()
    return "locked" in text or "busy" in text


def user_name() -> str:
    """The name of the user at the operating system."""
    try:
        return getpass.getuser()
    except Exception:  # a system without a name for its user
        return "?"


class _Watch:
    """What one who waits has seen of the holder."""

    def __init__(self, path: Path, patience: Patience):
        self.path, self.patience = path, patience
        self.limit = BUSY_SECONDS if patience.limit is None else patience.limit
        self.since = time.monotonic()
        self.token: str | None = None
        self.said: float | None = None
        self.beat = None
        self.beat_seen = self.since

    def look(self) -> None:
        """One look at the note: tell the user, give up where the limit is reached."""
        self.patience.check()
        now = time.monotonic()
        holder = self._holder(now)
        token = holder.token if holder else None
        if token is not None and token != self.token:
            if self.token is not None:
                self.since = now  # another transaction than the one waited for
            self.token, self.said = token, None
        if now - self.since > self.limit:
            raise locked_error(self.path, holder)
        if self.said is None or now - self.said > SAY_SECONDS:
            self.said = now
            who = holder.words() if holder else tr("another program, such as an edit session of QGIS")
            self.patience.say(tr("Waiting for {name}, written by {who}", name=self.path.name, who=who))

    def _holder(self, now: float) -> Holder | None:
        holder = holder_of(self.path)
        if holder is None or _here(holder):
            return holder
        try:
            beat = (holder.token, note_path(self.path).stat().st_mtime_ns)
        except OSError:
            return None
        if beat != self.beat:
            self.beat, self.beat_seen = beat, now
        return holder if now - self.beat_seen < SILENT_SECONDS else None


def _beat(note: Path, ended: threading.Event) -> None:
    while not ended.wait(BEAT_SECONDS):
        with contextlib.suppress(OSError):
            os.utime(note)


def _here(holder: Holder) -> bool:
    return (holder.host, holder.node) == (platform.node(), uuid.getnode())


def _alive(pid: int) -> bool:
    """Whether a process of this PC lives. Windows is asked otherwise: a signal 0 there is Ctrl+C."""
    if os.name == "nt":
        import ctypes

        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
        if not handle:
            return kernel.GetLastError() == 5  # of another user
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == 259  # STILL_ACTIVE
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # of another user
        return True
    return True


def _now() -> str:
    return datetime.datetime.now().astimezone().isoformat(timespec="seconds")


def _hour(moment: str) -> str:
    """HH:MM in this PC's time zone, with the date where it is another day."""
    try:
        local = datetime.datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return moment
    today = datetime.datetime.now().astimezone().date()
    return local.strftime("%H:%M" if local.date() == today else "%Y-%m-%d %H:%M")
