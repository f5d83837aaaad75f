"""What a reader can do to learn: for now, check what was understood of a comparison."""
