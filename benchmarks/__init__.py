"""Measurements of the product beside what others do, each one command, ratios in one run."""
