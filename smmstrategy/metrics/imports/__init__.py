"""Export files on their way in: read in a child process, previewed, applied whole, taken back whole."""
