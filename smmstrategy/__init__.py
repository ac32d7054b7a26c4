"""SMM Strategy: the system an agency runs its social-media work on."""
