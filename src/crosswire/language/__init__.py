"""language: English once: the word lists, read by one loader from the files in `data`, and the words of a text."""
