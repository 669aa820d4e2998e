"""Stand-ins for the services of others. They share no code with what is tested against them."""
