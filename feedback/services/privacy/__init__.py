"""The citizen's rights: to have a copy, to withdraw, to be forgotten; and what is kept how long."""
