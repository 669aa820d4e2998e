"""Tests of the doors on Zalo."""
