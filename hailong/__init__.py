"""The front door: settings, wiring and commands. The only room that knows all others."""

__version__ = "0.1.0"
