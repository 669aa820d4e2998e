"""Talking with citizens: a pure conversation, the doors to it, and the order of acts."""
