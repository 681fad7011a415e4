"""The published pages: rows of the database go in, what Datasette's templates show comes out."""
