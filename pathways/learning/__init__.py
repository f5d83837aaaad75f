"""What a reader can do to learn: check what was understood, guess figures, sort claims, answer questions.

Nothing here is random: a seed decides what is asked, so that a class that opens one link is asked the same.
Nothing is scored but the reader's own guesses and answers, and nothing says which option is better.
"""
