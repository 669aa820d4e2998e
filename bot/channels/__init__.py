"""The doors into a conversation, one folder each; none knows another, the runtime or the stores."""
