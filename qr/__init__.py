"""Own what is printed on a desk: tokens, short codes, links and posters.

It knows no other room of the house and never imports one.
"""
