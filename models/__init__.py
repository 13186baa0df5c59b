"""The Danish pipeline that is shipped, and its training."""
