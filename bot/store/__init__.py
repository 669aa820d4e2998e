"""Rows of the conversation: inbox keys, conversations, contacts, outbox, leases."""
