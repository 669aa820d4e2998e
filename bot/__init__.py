"""Talking with citizens: a pure conversation, the doors it speaks through, and the order of acts."""
