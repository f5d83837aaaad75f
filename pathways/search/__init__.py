"""What a reader looks for: places by name; findings, gaps, sources and claims by filters and words."""
