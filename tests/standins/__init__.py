"""Stand-ins for services of other people: real servers, made from their papers alone.

They share no code with the product, so that a mistake of the product is not repeated here.
"""
