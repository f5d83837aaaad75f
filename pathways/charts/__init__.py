"""Findings as charts. None of them shows itself, and none of them knows the screen.

Each module holds one kind of chart: the calculation, and its faces (figure, words, table).
"""
