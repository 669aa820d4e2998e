"""What doors and runtime say to each other. No messenger's library is ever imported here."""
