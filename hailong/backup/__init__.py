"""Backups: made while the server writes, proven before they are trusted, put back or moved."""
