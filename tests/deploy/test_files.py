"""The files that an office copies are right in the eyes of the programs that read them."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

DEPLOY = Path(__file__).parents[2] / "deploy"
SHELL = [DEPLOY / "install.sh", DEPLOY / "hailong", DEPLOY / "ssh" / "terminal"]
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
