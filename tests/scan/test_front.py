"""nginx and Caddy, with the files of deploy/, keep inside what is for the machine itself."""

import json
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.scan.wire import Answer, Asked, ask
from tests.serving import free_port

DEPLOY = Path(__file__).parents[2] / "deploy"
NAME = "danhgia.example.gov.vn"
PATH = "/usr/sbin:/usr/bin:/sbin:/bin"
INSIDE = [
    "/metrics",
    "/readyz",
    "/metrics?a=1",
    "/%6detrics",
    "/%6Detrics",
    "//metrics",
    "/./metrics",
    "/q/../metrics",
    "/q/%2e%2e/metrics",
    "/metrics#",
    "/metrics/",
    "/METRICS",
    "/metrics%00",
]


class Behind(BaseHTTPRequestHandler):
    """Stands for the product: tells what it was asked, and by whom."""

    def do_GET(self) -> None:
        told = json.dumps({"path": self.path, "from": self.headers.get_all("X-Forwarded-For")})
        self.send_response(200)
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told.encode())

    def log_message(self, format: str, *words: object) -> None:
        pass


@pytest.fixture(scope="module")
def behind() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Behind)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def sealed() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def front(
    request: pytest.FixtureRequest, behind: int, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[int]:
    """One of the two in front, with a certificate of its own; give its port."""
    program = shutil.which(request.param, path=PATH)
    if program is None:
        pytest.skip(f"{request.param} is not here")
    folder, port = tmp_path_factory.mktemp(request.param), free_port()
    write = _nginx if request.param == "nginx" else _caddy
    words = write(folder, port, behind)
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(
            [program, *words], stdout=said, stderr=said, env={"PATH": PATH, "HOME": str(folder)}
        )
    try:
        _listens(port, process, folder)
        yield port
    finally:
        process.terminate()
        process.wait(10)


def _certificate(folder: Path) -> tuple[Path, Path]:
    certificate, key = folder / "full.pem", folder / "key.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"]
    made += ["-subj", f"/CN={NAME}", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(made, check=True, capture_output=True)
    return certificate, key


def _nginx(folder: Path, port: int, behind: int) -> list[str]:
    certificate, key = _certificate(folder)
    site = (DEPLOY / "nginx" / "hailong.conf").read_text("utf-8")
    site = site.replace("listen 80;", f"listen 127.0.0.1:{free_port()};")
    site = site.replace("listen 443 ssl", f"listen 127.0.0.1:{port} ssl")
    site = "\n".join(line for line in site.splitlines() if "listen [::]" not in line)
    site = site.replace("/etc/ssl/hailong/fullchain.pem", str(certificate))
    site = site.replace("/etc/ssl/hailong/privkey.pem", str(key))
    (folder / "site").write_text(site.replace("127.0.0.1:8080", f"127.0.0.1:{behind}"), "utf-8")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    main = folder / "main"
    main.write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/log;\nevents {{}}\n"
        f"http {{ {places} include {folder}/site; }}\n",
        "utf-8",
    )
    return ["-c", str(main)]


def _caddy(folder: Path, port: int, behind: int) -> list[str]:
    certificate, key = _certificate(folder)
    told = (DEPLOY / "caddy" / "Caddyfile").read_text("utf-8")
    told = told.replace("{\n\tservers", "{\n\tadmin off\n\tauto_https off\n\tservers", 1)
    opening = f"https://{NAME}:{port} {{\n\tbind 127.0.0.1\n\ttls {certificate} {key}"
    told = told.replace(f"{NAME} {{", opening)
    (folder / "Caddyfile").write_text(told.replace("127.0.0.1:8080", f"127.0.0.1:{behind}"))
    return ["run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


def _listens(port: int, process: subprocess.Popen[bytes], folder: Path) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError((folder / "said").read_text("utf-8"))


def _asked(target: str, *headers: tuple[str, str]) -> Asked:
    return Asked(target=target, headers=(("Host", NAME), *headers))


def test_counts_and_checks_are_kept_inside_however_they_are_spelt(
    front: int, sealed: ssl.SSLContext
) -> None:
    """What reaches the product is never one of the two, nor what it would take for one."""
    for target in INSIDE:
        answer = ask(front, _asked(target), sealed)
        if answer.status not in (400, 404):
            path = unquote(str(_told(answer)["path"]).partition("?")[0])
            assert path not in ("/metrics", "/readyz"), target


def test_what_a_caller_claims_of_its_address_is_not_passed_on(
    front: int, sealed: ssl.SSLContext
) -> None:
    """The product hears one address, and it is the caller's own."""
    asked = _asked("/t", ("X-Forwarded-For", "6.6.6.6"), ("X-Forwarded-For", "7.7.7.7"))
    assert _told(ask(front, asked, sealed))["from"] == ["127.0.0.1"]


def test_browsers_are_told_to_stay_with_https_and_no_version(
    front: int, sealed: ssl.SSLContext
) -> None:
    """Also in an answer that the product did not make."""
    for target in ("/t", "/metrics"):
        answer = ask(front, _asked(target), sealed)
        assert answer.one("Strict-Transport-Security") == "max-age=31536000"
        assert "/" not in answer.one("Server")


def _told(answer: Answer) -> dict[str, object]:
    assert answer.status == 200
    return json.loads(answer.body)
