"""The six-month audit: evidence, findings, the qualitative half, maturity, opportunities, its deck and workbook."""
