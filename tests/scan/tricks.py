"""What a stranger tries: on paths, values, headers, methods and bodies."""

import gzip
from collections.abc import Iterator

from tests.scan.forms import Offered
from tests.scan.judge import ELSEWHERE, MARK
from tests.scan.walk import FORM, said, sent
from tests.scan.wire import Asked

VALUES = [
    "",
    f"\"'><{MARK} onx=1>",
    f'"{MARK}onx',
    f"javascript:{MARK}",
    f"//{ELSEWHERE}/",
    f"\r\nX-Injected: {MARK}\r\n\r\n<{MARK}>",
    "\x00",
    "a\x00b\x1b[2J\x07",
    "\u202e\u2066\ufeff\u0301" * 40,
    # Bytes that are no UTF-8, among them a full stop in two bytes (C0 AE).
    "\udc80\udcff\udcc0\udcae",
    "9" * 400,
    "-1",
    # Beyond the largest float, so that Python makes it infinite.
    "1e309",
    "NaN",
    # A three in Arabic-Indic digits, which Python reads as one.
    "٣",
    "../../../../etc/passwd",
    "..%2f..%2f..%c0%ae%c0%ae/etc/passwd",
    "' OR '1'='1' --",
    "{{7*7}}${7*7}%s%n{0}",
    "k1.AAAA.BBBB",
    "A" * 70_000,
]
_ENDINGS = [
    "%00",
    "/%00",
    "/..%2f..%2fetc/passwd",
    "/../../../../etc/passwd",
    "/%2e%2e/%2e%2e/",
    "/%c0%ae%c0%ae/",
    # To some servers `;` begins a parameter: a proxy's rule for `/metrics` does not see it.
    "/..;/metrics",
    "%0d%0aX-Injected:%20zq7",
    "/%0aSet-Cookie:zq7=1",
    "//",
    "/" + "a" * 3000,
    "/" + "a" * 9000,
    "/%ff%fe",
    "/%u0041",
    "/%",
    f"/%22'%3E%3C{MARK}%20onx%3E",
    "?" + "&".join(f"a{n}=1" for n in range(600)),
    "?lang[]=en&lang=vi&lang[a]=1",
    f"?lang=//{ELSEWHERE}&next=//{ELSEWHERE}&url=http://{ELSEWHERE}/",
    f"?lang=%22%3E%3C{MARK}%3E&period={MARK}'%3E%3C{MARK}&page=-1",
    "?page=999999999999999999999999&period=0000Q9",
    "?lang=%00&page=%00&period=%c0%ae",
    "?%",
    "?" + "a" * 3500,
    "#<zq7",
]
TARGETS = [
    f"//{ELSEWHERE}",
    f"//{ELSEWHERE}/%2f..",
    f"http://{ELSEWHERE}/",
    f"/\\{ELSEWHERE}",
    "*",
    "",
    "/../",
    "/./metrics",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/.git/config",
    "/.env",
    "/hailong.toml",
    "/keys.toml",
    "/hailong.db",
    "/admin",
    "/healthz/",
    "/healthzzz",
    "/metricsx",
    "/hooks/",
    "/hooks/nothing",
    "/hooks/telegram/",
    "/" + "A" * 3900,
    "/" + "%41" * 3000,
    "/\udcff\udcfe",
    "/é",
    "/ /",
    "/\t/",
]
METHODS = [
    "HEAD", "OPTIONS", "TRACE", "TRACK", "PUT", "DELETE", "PATCH", "CONNECT", "PROPFIND", "DEBUG",
    "get", "GET\x00", "A" * 200, "POST", "G<zq7>",
]  # fmt: skip
HEADERS = [
    ("Host", ELSEWHERE),
    ("Host", f"office.example:80@{ELSEWHERE}"),
    ("Host", ""),
    ("Host", f"<{MARK}>"),
    ("Host", "a" * 5000),
    ("X-Forwarded-Host", ELSEWHERE),
    ("X-Forwarded-Proto", f"https://{ELSEWHERE}"),
    ("X-Forwarded-For", "1.2.3.4, " * 400),
    ("X-Forwarded-For", f"<{MARK}>, ::ffff:1.2.3.4, [::1]:80, 999.1.1.1"),
    ("X-Forwarded-Prefix", f"//{ELSEWHERE}"),
    # Some frameworks go where these two say, whatever the proxy in front let through.
    ("X-Original-URL", "/metrics"),
    ("X-Rewrite-URL", "/metrics"),
    ("X-HTTP-Method-Override", "DELETE"),
    ("Forwarded", f"for=1.1.1.1;host={ELSEWHERE}"),
    ("X-Request-Id", f"<{MARK}>\tINJECTED"),
    ("Accept-Language", "en;q=1e999, vi;q=-1, " + "x," * 3000),
    ("Accept-Language", f"<{MARK}>;q=\x00"),
    ("Accept", "application/json"),
    ("Accept-Encoding", "gzip;q=0, br, *;q=nan"),
    ("Range", "bytes=0-1"),
    ("Range", "bytes=" + "0-," * 1200),
    ("If-None-Match", "*"),
    ("If-Modified-Since", "Thu, 99 Foo 99999 99:99:99 GMT"),
    ("If-Match", '"x"'),
    ("Expect", "100-continue"),
    ("Expect", f"<{MARK}>"),
    ("Upgrade", "websocket"),
    ("Connection", "Upgrade, HTTP2-Settings"),
    ("Content-Length", "-1"),
    ("Content-Length", "99999999999999999999"),
    ("Content-Length", "1, 2"),
    ("Transfer-Encoding", "chunked, identity"),
    ("Transfer-Encoding", "\x0bchunked"),
    ("Content-Type", f"text/html; charset=<{MARK}>"),
    ("Cookie", "hl=" + "A" * 4000),
    ("Cookie", f"=; ;;; a={MARK}; hailong_visitor=k1.AAAA.BBBB; \x01=\x02"),
    ("Cookie", "; ".join(f"a{n}=1" for n in range(500))),
    ("Authorization", "Basic " + "=" * 3000),
    ("Referer", f"http://{ELSEWHERE}/<{MARK}>"),
    ("Origin", f"http://{ELSEWHERE}"),
    ("User-Agent", f"<{MARK}>" * 500),
    ("X-A\x00B", "1"),
    (" Folded", "1\r\n 2"),
    ("X-Long", "a" * 20_000),
]
_PART = b'Content-Disposition: form-data; name="comment"'
BODIES: list[tuple[tuple[tuple[str, str], ...], bytes]] = [
    ((("Content-Type", "application/json"),), b'{"level": 5, "page": {"$ne": null}}'),
    ((("Content-Type", "text/xml"),), b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    ((("Content-Type", "multipart/form-data"),), b"--x\r\n\r\n"),
    ((("Content-Type", "multipart/form-data; boundary="),), b"--\r\n\r\n----"),
    ((("Content-Type", "multipart/form-data; boundary=" + "b" * 300),), b"--b"),
    ((("Content-Type", 'multipart/form-data; boundary="x\\"y"'),), b'--x"y\r\n\r\n1\r\n--x"y--'),
    ((("Content-Type", "multipart/form-data; boundary=x"),), b"--y\r\n" + _PART + b"\r\n\r\n1\r\n--y--"),
    ((("Content-Type", "multipart/form-data; boundary=x"),), b"--x\r\n" + _PART + b"\r\n\r\nnever ends"),
    ((("Content-Type", "multipart/form-data; boundary=x"),), b"--x\r\nA" * 3000),
    ((("Content-Type", "multipart/form-data; boundary=x"),), b"--x\r\n" + b"X: 1\r\n" * 5000 + b"\r\n--x--"),
    ((("Content-Type", "multipart/form-data; boundary=x"),),
     b"--x\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n--y\r\n\r\n--y--\r\n--x--"),
    ((("Content-Type", "multipart/form-data; boundary=x"),),
     b"--x\r\n" + _PART + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!=\r\n--x--"),
    ((("Content-Type", "multipart/form-data; boundary=x"),),
     b"--x\r\n" + _PART + b"\r\nContent-Encoding: gzip\r\n\r\nno gzip\r\n--x--"),
    ((("Content-Type", "multipart/form-data; boundary=x"),),
     b"--x\r\n" + _PART + b"\r\nContent-Type: text/plain; charset=zq7\r\n\r\n\xff\r\n--x--"),
    ((("Content-Type", "multipart/form-data; boundary=x"),),
     b'--x\r\nContent-Disposition: form-data; name="photo"; filename="../../a.php\x00.jpg"\r\n\r\n'
     b"\xff\xd8\xff\xe0<?php\r\n--x--"),
    # `<zq7>` in UTF-7, without a sign that anything would escape.
    ((("Content-Type", FORM + "; charset=utf-7"),), b"level=+ADw-zq7+AD4-"),
    ((("Content-Type", FORM + "; charset=zq7"),), b"level=5"),
    ((("Content-Type", FORM),), b"&=&=&&==;;%%%zz=%f"),
    ((("Content-Type", FORM),), b"&".join(b"a%d=1" % n for n in range(5000))),
    ((("Content-Type", FORM), ("Content-Encoding", "gzip")), gzip.compress(b"level=5&" * 400_000)),
    ((("Content-Type", FORM), ("Content-Encoding", "gzip")), b"no gzip at all"),
    ((("Content-Type", FORM), ("Content-Encoding", "br, zstd, zq7")), b"x"),
    ((("Content-Type", FORM), ("Transfer-Encoding", "chunked")), b"zz\r\nlevel=5\r\n0\r\n\r\n"),
    ((("Content-Type", FORM), ("Transfer-Encoding", "chunked")), b"FFFFFFFFFFFFFFFFF\r\nx"),
    # Two lengths of one body: where a proxy believes the other, a second request hides within.
    ((("Content-Type", FORM), ("Transfer-Encoding", "chunked"), ("Content-Length", "3")),
     b"0\r\n\r\nGET /metrics HTTP/1.1\r\n\r\n"),
    ((("Content-Type", FORM), ("Content-Length", "4"), ("Content-Length", "9")), b"level=5&a"),
]  # fmt: skip


def on_targets(targets: list[str]) -> Iterator[Asked]:
    """Try addresses, methods and headers."""
    yield from (Asked(target=target) for target in TARGETS)
    for target in targets:
        path = target.partition("?")[0].rstrip("/")
        yield from (Asked(target=path + ending) for ending in _ENDINGS)
        yield from (Asked(method, target) for method in METHODS)
        yield from (Asked(target=target, headers=(header,)) for header in HEADERS)
        yield Asked(target=target, headers=(("Host", "a"), ("Host", ELSEWHERE)))
        yield Asked(target=target, bare=True)


def on_bodies(targets: list[str]) -> Iterator[Asked]:
    """Try bodies of every kind at every address."""
    for target in targets:
        yield from (Asked("POST", target, headers, body) for headers, body in BODIES)


def on_forms(forms: list[tuple[Offered, tuple[str, str]]]) -> Iterator[Asked]:
    """Try values in each field of each form, fields twice, and fields that are not there."""
    for form, button in forms:
        for name in (*form.fields, *([button[0]] if button[0] else [])):
            yield from (sent(form, button, **{name: value}) for value in VALUES)
            yield said(form, [(name, value) for value in VALUES[:8]] + [(f"{name}[]", "1")])
        yield sent(form, button, **{f"q-{MARK}": f"<{MARK}>", "__proto__": "1", f"<{MARK}>": "1"})
        yield said(form, [])
