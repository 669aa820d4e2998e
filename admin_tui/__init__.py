"""The terminal for those who supervise and run the product. It asks services, and never sees a
store, a messenger or another program."""
