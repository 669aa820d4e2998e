"""Staff come in over a real SSH server set up by the file in `deploy/ssh`, and only to the terminal."""

import getpass
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.admin_tui.forced import DEPLOY, NAME, PASSWORD, Prison
from tests.admin_tui.tmux import Terminal
from tests.serving import free_port

SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(not (SSHD and shutil.which("ssh")), reason="OpenSSH is not installed"),
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed"),
]
_SUDO = "/usr/bin/sudo -n -u hailong /usr/local/lib/hailong/terminal"


@dataclass
class Door:
    """The server's port, and how a client comes in."""

    port: int
    folder: Path

    def client(self, *more: str) -> list[str]:
        """The words of a client that checks no host key and asks nothing."""
        quiet = ("StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "BatchMode=yes")
        told = [word for option in (*quiet, "LogLevel=ERROR") for word in ("-o", option)]
        key = ["-F", "/dev/null", "-i", str(self.folder / "mine"), "-p", str(self.port)]
        return ["ssh", *key, *told, *more]

    def asks(self, *more: str) -> tuple[int, str]:
        """Come in without a terminal; give the exit code and all that was said."""
        done = subprocess.run(
            self.client(*more), capture_output=True, text=True, check=False, timeout=60, input=""
        )
        return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def door(prison: Prison, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    """A server that would take any variable from anybody, but for that file."""
    folder, port = tmp_path_factory.mktemp("ssh"), free_port()
    for key in ("host", "mine"):
        made = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / key)]
        subprocess.run(made, check=True)
    config = folder / "sshd_config"
    config.write_text(
        f"ListenAddress 127.0.0.1:{port}\nHostKey {folder}/host\nPidFile none\nUsePAM no\n"
        f"AuthorizedKeysFile {folder}/mine.pub\nStrictModes no\nPermitRootLogin yes\n"
        f"AcceptEnv *\nSubsystem sftp internal-sftp\n{_staff(prison)}",
        "utf-8",
    )
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    process = subprocess.Popen(
        [str(SSHD), "-D", "-e", "-f", str(config)], stderr=subprocess.DEVNULL
    )
    _listens(port)
    yield Door(port, folder)
    process.terminate()
    process.wait(10)


def _staff(prison: Prison) -> str:
    told = (DEPLOY / "ssh" / "sshd-hailong.conf").read_text("utf-8")
    for as_installed, here in (
        ("Group hailong-staff", f"User {getpass.getuser()}"),
        (_SUDO, str(prison.command)),
    ):
        assert told.count(as_installed) == 1
        told = told.replace(as_installed, here)
    return told


def _listens(port: int) -> None:
    end = monotonic() + 20
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            assert monotonic() < end, "sshd does not listen"
            sleep(0.05)  # it is another program: there is nothing to wait on


def test_no_other_command_no_files_and_no_way_through(prison: Prison, door: Door) -> None:
    touch = f"touch {prison.escaped}"
    for more in (("localhost", touch), ("localhost",)):
        code, said = door.asks(*more)
        assert code == 2
        assert "needs a terminal" in said
    assert door.asks("-s", "localhost", "sftp") == (2, "")
    through = f"127.0.0.1:{door.port}"
    assert door.asks("-W", through, "localhost")[0] != 0
    for ways in (("-R", f"0:{through}"), ("-tt", "-A", "-X", "-R", f"0:{through}")):
        code, said = door.asks("-N", "-o", "ExitOnForwardFailure=yes", *ways, "localhost")
        assert code != 0, said
    assert not prison.escaped.exists()


def test_nobody_comes_in_without_a_key(door: Door) -> None:
    """The server offers nothing else, so that a guessed password opens nothing by itself."""
    code, said = door.asks("-o", "PubkeyAuthentication=no", "localhost")
    assert code == 255
    assert "Permission denied (publickey)." in said


def test_with_a_terminal_one_is_in_the_terminal_and_then_out(
    prison: Prison, door: Door, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever command was asked for, and whatever the client sets."""
    plain = [f"{k}={v}" for k, v in prison.environment().items() if " " not in v and k != "PATH"]
    words = door.client("-tt", "-o", f"SetEnv={' '.join(plain)}", "localhost", "sh -i")
    command = "exec " + " ".join(f"'{word}'" for word in words)
    terminal = Terminal(tmp_path_factory.mktemp("t") / "s", command, os.environ, prison.outside)
    try:
        terminal.see("Tên đăng nhập")
        terminal.keys("C-z", "C-\\", "C-c")
        prison.holds(prison.inmate(), terminal.text)
        terminal.type(NAME)
        terminal.keys("Enter")
        terminal.type(PASSWORD)
        terminal.keys("Enter")
        terminal.see("Đơn vị (", "F6 Việc")
        prison.holds(prison.inmate(), terminal.text)
        terminal.keys("F10")
        last = terminal.until(lambda _: terminal.left)
        assert "$" not in last
        assert not prison.escaped.exists()
    finally:
        terminal.close()
