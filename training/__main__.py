"""`python -m training [settings.toml]` trains, evaluates and exports the tagger."""

from training.train import main

main()
