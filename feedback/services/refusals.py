"""What a service answers when it will not: misfortunes that a caller puts into words."""


class Refusal(Exception):
    """A request that cannot be granted; the message says what to do instead."""


class Misuse(Refusal):
    """What was asked for cannot be meant, whatever is stored: it is written wrongly."""


class NotAllowed(Refusal):
    """The viewer's role does not reach this."""


class NotFound(Refusal):
    """Nothing goes by that name."""


class BadFile(Refusal):
    """A file was refused whole; ``problems`` tells each bad line and why."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
