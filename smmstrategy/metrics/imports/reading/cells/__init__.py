"""What one piece of text says: a number, a date, a month, the days in a title, the address of a post or of a page."""
