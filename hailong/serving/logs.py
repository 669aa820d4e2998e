"""Logs as JSON lines on standard error: names of events and errors, never texts or tokens."""

import logging
import sys

import structlog


def set_up() -> None:
    """Set up structured logs, and silence libraries that would write addresses or tokens."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    for name in ("aiohttp.access", "aiogram", "asyncio"):
        logging.getLogger(name).setLevel(logging.ERROR)
    # Its tracebacks are of bodies that broke off or lied; what our own code does, it logs itself.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
