"""Text that teaches the name finder: names of many kinds, the lines of minutes they stand in, and how they get worn."""
