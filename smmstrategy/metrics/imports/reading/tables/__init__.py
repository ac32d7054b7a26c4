"""Bytes to tables: text, workbooks and markup become grids of cells, and grids tables with a header."""
