"""The deck drawer: a document's pages become a .pptx with native charts and real tables."""
