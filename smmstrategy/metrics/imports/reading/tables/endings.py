"""The endings of the names that exports have."""

TABLES = (".csv", ".tsv", ".xlsx", ".xls")
PERHAPS_TABLES = (".json", ".xml", ".html", ".htm")
ARCHIVES = (".zip", ".gz")
UNOPENED = (".rar", ".7z")
ACCEPTED = (*TABLES, *PERHAPS_TABLES, *ARCHIVES)
