"""One screen a file. A screen asks the reading facade in threads and never touches a store."""
