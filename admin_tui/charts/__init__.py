"""Pictures made of characters, pure: figures and a width in, styled text out."""
