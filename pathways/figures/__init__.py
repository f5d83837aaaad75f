"""Data turned into figures. None of them shows itself, and none of them knows the screen."""
