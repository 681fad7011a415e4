"""Words in context: takes the words of an article, gives a row of numbers for each, learned from annotated articles.

A small transformer reads the article in windows. Its numbers say of each word how likely it tells a happening or an
agreement, of which type or kind and status, and how it stands to other words: whether two tell one happening, whether
a name takes part in it, is party to it or says a quotation, whether a time or a place is its own. The stations
`events`, `agreements` and `speech` weigh them beside grammar.
"""

from ingest.extract.encoder.encoder import encode, words_to_encode
from ingest.extract.encoder.layout import Encoded

__all__ = ["Encoded", "encode", "words_to_encode"]
