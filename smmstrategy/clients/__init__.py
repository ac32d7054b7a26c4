"""Whom we serve, and who may see what."""
