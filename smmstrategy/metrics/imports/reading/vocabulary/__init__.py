"""Words alone: what tables call their columns, their rows and themselves. A new word, or a new language, begins here.

What one kind of export calls its own columns stands with that kind (`kinds`), and what cells may say with `cells`.
"""
