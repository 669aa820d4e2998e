"""Tests of the door on Telegram."""
