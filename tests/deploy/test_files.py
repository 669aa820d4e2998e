"""The files that an office copies are right in the eyes of the programs that read them."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

DEPLOY = Path(__file__).parents[2] / "deploy"
SHELL = [DEPLOY / name for name in ("install.sh", "hailong", "with-settings", "ssh/terminal")]
UNITS = sorted((DEPLOY / "systemd").glob("hailong*"))

needs: Callable[[str], pytest.MarkDecorator] = lambda name: pytest.mark.skipif(  # noqa: E731
    shutil.which(name, path="/usr/sbin:/usr/bin:/sbin:/bin") is None, reason=f"{name} is not here"
)


def said(*command: str | Path) -> str:
    """Run a program that judges a file; give what it says, and fail with it."""
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/tmp", "LANG": "C.UTF-8"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize("script", SHELL, ids=lambda path: path.name)
def test_scripts_are_plain_shell(script: Path) -> None:
    said("sh", "-n", script)
    assert script.stat().st_mode & 0o111


@needs("systemd-analyze")
@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_units_are_understood_whole(unit: Path, tmp_path: Path) -> None:
    """The program's own path is the only thing that is not here."""
    for one in UNITS:
        told = one.read_text("utf-8").replace("/opt/hailong/current/bin/hailong", "/bin/true")
        (tmp_path / one.name).write_text(told.replace("/opt/hailong/current/docs", "/tmp"), "utf-8")
    complaints = said("systemd-analyze", "verify", "--recursive-errors=no", tmp_path / unit.name)
    assert unit.name not in complaints, complaints


@needs("systemd-analyze")
def test_the_service_has_next_to_nothing_left_to_give(tmp_path: Path) -> None:
    """systemd weighs its exposure from 0 to 10; below 2 it calls it OK."""
    found = said(
        "systemd-analyze", "security", "--offline=yes", "--threshold=20",
        DEPLOY / "systemd" / "hailong.service",
    )  # fmt: skip
    assert "Overall exposure level" in found


@needs("caddy")
def test_caddy_takes_its_file(tmp_path: Path) -> None:
    found = said("caddy", "adapt", "--config", DEPLOY / "caddy" / "Caddyfile", "--validate")
    assert '"danhgia.example.gov.vn"' in found


@needs("nginx")
def test_nginx_takes_its_file(tmp_path: Path) -> None:
    certificate, key = tmp_path / "full.pem", tmp_path / "key.pem"
    said(
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1",
        "-subj", "/CN=danhgia.example.gov.vn", "-keyout", key, "-out", certificate,
    )  # fmt: skip
    told = (DEPLOY / "nginx" / "hailong.conf").read_text("utf-8")
    told = told.replace("/etc/ssl/hailong/fullchain.pem", str(certificate))
    told = told.replace("/etc/ssl/hailong/privkey.pem", str(key))
    site, main = tmp_path / "site.conf", tmp_path / "nginx.conf"
    site.write_text(told, "utf-8")
    main.write_text(
        f"pid {tmp_path}/pid; error_log {tmp_path}/log;\n"
        f"events {{}}\nhttp {{ include {site}; client_body_temp_path {tmp_path}/body; "
        f"proxy_temp_path {tmp_path}/proxy; fastcgi_temp_path {tmp_path}/f; "
        f"uwsgi_temp_path {tmp_path}/u; scgi_temp_path {tmp_path}/s; }}\n",
        "utf-8",
    )
    said("nginx", "-t", "-c", main)


@needs("visudo")
def test_sudo_takes_its_file() -> None:
    said("visudo", "-cqf", DEPLOY / "ssh" / "sudoers-hailong")


@needs("sshd")
def test_sshd_takes_its_file(tmp_path: Path) -> None:
    key = tmp_path / "key"
    said("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key)
    main = tmp_path / "sshd_config"
    main.write_text(f"HostKey {key}\nInclude {DEPLOY}/ssh/sshd-hailong.conf\n", "utf-8")
    Path("/run/sshd").mkdir(exist_ok=True)
    said("/usr/sbin/sshd", "-t", "-f", main)


def as_installed(script: str, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a script with a program that tells its settings, and an `env` that tells its arguments."""
    told = (DEPLOY / script).read_text("utf-8").replace("runuser -u hailong -- ", "")
    launcher = (DEPLOY / "with-settings").read_text("utf-8")
    for name, body in (
        ("hailong", 'env; echo "asked $*"'),
        ("env", 'echo "shown $*"; exec /usr/bin/env "$@"'),
        ("with-settings", launcher.replace("/etc/hailong", str(folder))),
    ):
        (folder / name).write_text(f"#!/bin/sh\n{body}\n", "utf-8")
        (folder / name).chmod(0o755)
    for installed, here in (
        ("/opt/hailong/current/bin", folder),
        ("/opt/hailong/current/deploy", folder),
        ('[ "$(id -u)" != 0 ]', "false"),
    ):
        told = told.replace(installed, str(here))
    told = re.sub(r"exec (/usr/bin/)?env ", f"exec {folder}/env ", told)
    return subprocess.run(
        ["sh", "-c", told, script, *words], capture_output=True, text=True, check=False
    )


def test_nginx_says_no_header_twice() -> None:
    told = (DEPLOY / "nginx" / "hailong.conf").read_text("utf-8")
    added = set(re.findall(r"^\s*add_header (\S+)", told, re.MULTILINE))
    assert added
    assert added == set(re.findall(r"^\s*proxy_hide_header +([^\s;]+)", told, re.MULTILINE))


@pytest.mark.parametrize("script", ["hailong", "ssh/terminal"])
def test_commands_and_terminal_get_the_settings_of_the_service(script: str, tmp_path: Path) -> None:
    """systemd reads the file for the service; with other keys beside it nothing would open.

    None is an argument of a program, where whoever is signed in on the machine could read it.
    """
    (tmp_path / "environment").write_text(
        '# of the service\nHAILONG_KEYS_FILE=/mnt/keys\nHAILONG_OFFICE="UBND xã An Bình"\n'
        "HAILONG_BAD NAME=1\nPATH=/x\nHAILONG_LAST=no line break"
    )
    found = as_installed(script, tmp_path, "doctor", "a b").stdout.splitlines()
    assert "HAILONG_KEYS_FILE=/mnt/keys" in found
    assert "HAILONG_OFFICE=UBND xã An Bình" in found
    assert "HAILONG_LAST=no line break" in found
    assert "HAILONG_HOME=/var/lib/hailong" in found
    assert "PATH=/x" not in found
    assert found[-1] == ("asked doctor a b" if script == "hailong" else "asked admin")
    (shown,) = [line for line in found if line.startswith("shown ")]
    assert "/mnt/keys" not in shown


def test_the_file_is_read_as_systemd_reads_it(tmp_path: Path) -> None:
    """Spaces around a value, or lines as Windows ends them, would open another database by hand."""
    (tmp_path / "environment").write_bytes(
        b"HAILONG_DATABASE_URL=postgresql+psycopg://h/db \r\n  HAILONG_OFFICE = UBND  A\t\r\n"
        b'HAILONG_CONTACT=" 0123 "\r\nHAILONG_KEYS=\r\n;HAILONG_BATCH_FLOOR=7\r\nHAILONG_ALONE\r\n'
    )
    found = as_installed("hailong", tmp_path, "doctor").stdout.splitlines()
    given = {line for line in found if line.startswith("HAILONG_")}
    assert given == {
        "HAILONG_DATABASE_URL=postgresql+psycopg://h/db",
        "HAILONG_OFFICE=UBND  A",
        "HAILONG_CONTACT= 0123 ",
        "HAILONG_KEYS=",
        "HAILONG_HOME=/var/lib/hailong",
    }


@pytest.mark.parametrize("script", ["hailong", "ssh/terminal"])
def test_without_settings_of_the_service_all_works(script: str, tmp_path: Path) -> None:
    done = as_installed(script, tmp_path, "doctor")
    assert (done.returncode, "asked" in done.stdout) == (0, True)


@pytest.mark.parametrize(
    "asked",
    ["backup sao-luu", "restore x.backup", "restore /x --erasures erasures", "units import a.csv"],
)
def test_a_file_in_a_folder_closed_to_the_program_is_told(asked: str, tmp_path: Path) -> None:
    told = (DEPLOY / "hailong").read_text("utf-8").replace('[ "$(id -u)" != 0 ]', "false")
    (tmp_path / "runuser").write_text("#!/bin/sh\nexit 1\n", "utf-8")
    (tmp_path / "runuser").chmod(0o755)
    done = subprocess.run(
        ["sh", "-c", told, "hailong", *asked.split()],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "cd /srv/hailong" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("told", "taken"),
    [
        ("https://danhgia.tinh.gov.vn/", "danhgia.tinh.gov.vn"),
        ("a.vn", "a.vn"),
        ("", ""),
        ("a.vn:8443", None),
        ("đánhgiá.vn", None),
        ("-a.vn", None),
        ("..", None),
    ],
)
def test_the_installer_takes_a_name_as_it_is_copied(
    told: str, taken: str | None, tmp_path: Path
) -> None:
    functions = (DEPLOY / "install.sh").read_text("utf-8").partition("\nOFFICE=''")[0]
    asked = functions.replace("/var/lib/hailong", str(tmp_path)) + '\nquestions >&2; echo "$HOST"\n'
    done = subprocess.run(
        ["sh", "-c", asked, "install.sh", "--yes"],
        env={"PATH": "/usr/bin:/bin", "HAILONG_INSTALL_HOST": told},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.strip() if done.returncode == 0 else None) == taken, done.stderr


def test_the_installer_shows_nobody_the_databases_password(tmp_path: Path) -> None:
    """It reaches `init` through a pipe; arguments are seen by everybody on the machine."""
    functions = (DEPLOY / "install.sh").read_text("utf-8").partition("\nOFFICE=''")[0]
    for places in ("/var/lib/hailong", "/opt/hailong"):
        functions = functions.replace(places, str(tmp_path))
    (tmp_path / "runuser").write_text('#!/bin/sh\necho "shown $*"; echo "read $(cat)"\n', "utf-8")
    (tmp_path / "runuser").chmod(0o755)
    done = subprocess.run(
        ["sh", "-c", f"{functions}\nquestions >&2; RELEASE=/r; home", "install.sh", "--yes"],
        env={
            "PATH": f"{tmp_path}:/usr/bin:/bin",
            "HAILONG_INSTALL_DATABASE": "postgresql://a:s3@b",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    shown, read = done.stdout.splitlines()
    assert "with-settings /r/bin/hailong init --yes" in shown
    assert "s3" not in shown
    assert read == "read postgresql://a:s3@b"
