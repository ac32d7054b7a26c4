"""A demo agency, written by a seeded generator and brought in through the same import as anyone's."""
