"""What a typed message may mean in a state. A door to ``prompts``; it adds nothing."""

from bot.conversation.prompts import offered

__all__ = ["offered"]
