"""Texts that have harmed terminals, spreadsheets, databases and pages before."""

NAUGHTY = (
    # What begins so, a spreadsheet takes for a formula and runs.
    '=HYPERLINK("http://x","y")',
    "+84 912 345 678",
    "-1+1|cmd",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1",
    "\x1b[2J\x1b[31mđỏ\x07",
    # The beginning of a sequence in one character instead of two (C1).
    "\x9b31m",
    "a\u202egnp.exe\u2066b",
    "Ha\u0300 No\u0323\u0302i\u0300\u0300\u0300\u0300\u0300",
    "<script>alert(1)</script>",
    "[bold red]x[/] [link=http://x]y[/link]",
    "{ma} {{x}} %s %(x)s ${HOME} `id`",
    "'; DROP TABLE cases; --",
    "😀👨‍👩‍👧\ufe0f\u200d\u200b",
    "hàng trên\nhàng giữa\r\nhàng dưới\u2028cuối",
    "0",
    "NULL",
    "\u0000a",
    "x" * 9_999,
)
