"""A small country for the tests of indices: a province, two communes and their desks."""
