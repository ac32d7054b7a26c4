"""Pages of the agency: clients with their brands and accounts, people, and the ledger."""
