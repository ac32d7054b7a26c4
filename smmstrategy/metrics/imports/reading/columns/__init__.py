"""What a whole column says: which field it is, in which order its dates and in which currency its amounts are, and its values."""
