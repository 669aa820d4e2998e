"""Widgets of our own: rows drawn on demand, pictures of text, and the lines around a screen."""
