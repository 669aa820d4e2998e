"""Use cases as verbs, each on an open unit of work. They hold no SQL and send nothing."""
