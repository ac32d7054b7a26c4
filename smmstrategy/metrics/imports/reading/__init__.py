"""A file understood without Django: `plan` is the road from its bytes to what importing it would mean, `child` its process."""
