"""Training text in the manner of minutes, made together with its trees, tags and entities. All names are invented."""
