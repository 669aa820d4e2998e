"""Words a message for a terminal, where one types and presses nothing. It changes nothing else."""

TYPED = (
    ("Xin bấm một dòng, hoặc nhắn số:", "Xin gõ số của một dòng:"),
    ("Bấm một dòng, hoặc nhắn số ở đầu dòng, hoặc nhắn đúng", "Gõ số ở đầu dòng, hoặc gõ đúng"),
    ("Bấm nhầm? Nhắn SỬA", "Gõ nhầm? Gõ SỬA"),
    ("bấm Gửi", "chọn Gửi"),
    ("Please tap a line, or send its number:", "Please type the number of a line:"),
    (
        "Tap a line, or send the number in front of it, or send",
        "Type the number of a line, or type",
    ),
    ("Wrong tap? Send EDIT", "Mistyped? Type EDIT"),
    ("press Send", "choose Send"),
)
"""What the messengers say, and what a terminal says instead."""


def encode_text(text: str) -> str:
    """Give the text of a message as a terminal shows it."""
    for tapped, typed in TYPED:
        text = text.replace(tapped, typed)
    return text
