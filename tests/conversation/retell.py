"""Rewrite the stories with what is said now: ``python -m tests.conversation.retell``, then diff."""

from bot.channels.console.story import read, write
from tests.conversation.telling import STORIES, told


def main() -> None:
    for path in sorted(STORIES.glob("*.story")):
        path.write_text(write(told(read(path.read_text("utf-8")))), "utf-8")


if __name__ == "__main__":
    main()
