"""What the law asks of social-media work for an audience in Russia."""
