"""Words in context: takes the words of an article, gives a row of numbers for each, learned from annotated articles.

A small transformer reads the article in windows. Its numbers say of each word how likely it tells a happening, of which
type and status, and how it stands to other words: whether two tell one happening, whether a name takes part in it,
whether a time or a place is its own. `ingest.extract.events` and `agreements` weigh them beside grammar.
"""

from ingest.extract.encoder.encoder import encode, words_to_encode
from ingest.extract.encoder.layout import Encoded

__all__ = ["Encoded", "encode", "words_to_encode"]
