"""What a citizen may ask for, proven on both databases."""
