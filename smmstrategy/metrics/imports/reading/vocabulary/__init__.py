"""Words alone: what tables call their columns, and themselves. A new word, or language, is added here.

What one kind of export calls its own columns stands with that kind (`kinds`).
"""
