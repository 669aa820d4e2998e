"""Meaning and arithmetic. Pure: no I/O, no clock, no chance, nothing of ours from other rooms."""
