"""A file understood without Django: bytes to tables, columns and records; `plan` says what they come to, `child` is its process."""
