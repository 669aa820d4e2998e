"""The door in a terminal: lines typed in, prompts printed out."""
