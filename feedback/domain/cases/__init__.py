"""What a case is: kinds, states, timeline, receipts, and the words in it. Nothing here does I/O."""
