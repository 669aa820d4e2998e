"""Puts what the services answer into the records of the screens. It asks only services."""
