"""The words, Vietnamese and English, and two pure functions on them: fill and recognise."""
