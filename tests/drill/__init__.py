"""The product as several processes on one PostgreSQL, each killed and cut off under load."""
