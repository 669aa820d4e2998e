"""The web door: a desk's page and form, the shared tablet, the public page.

Every page works without a script and without cookies, and asks nothing of any other host. No store
and no messenger is known here.
"""
