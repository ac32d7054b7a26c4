"""One module per family of pages; each gives the pages the data allows, in order, and nothing when it allows none."""
