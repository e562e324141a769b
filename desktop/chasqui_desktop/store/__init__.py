"""The encrypted register of one user on this laptop: SQLCipher under SQLAlchemy. SQL, no Qt."""
