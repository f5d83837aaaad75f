"""The texts of a pack: their marks, their hard words, and how hard they are to read."""
