"""Rows, queries, the transaction and the migrations. It decides nothing about meaning."""
