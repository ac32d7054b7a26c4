"""Pages of audits: reading them, making them, judging, planning what to do."""
