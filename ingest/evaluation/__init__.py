"""Evaluation: takes a built database and annotated articles, gives the figures that say how good extraction is.

The format of an annotation and the meaning of each figure are documented in CONTRIBUTING.md ("Annotating articles").
"""

from ingest.evaluation.scoring import Report, Score, evaluate

__all__ = ["Report", "Score", "evaluate"]
