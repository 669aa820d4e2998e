"""The order of acts: receive, deliver, wake. It knows no particular channel."""
