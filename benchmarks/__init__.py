"""Measurements of accuracy and speed that `make evaluate` and `make bench` print. Not part of the package."""
