"""What can go wrong for a person at the terminal, each with its words. Light: the first screen
needs nothing more of what may be asked."""


class Trouble(Exception):
    """Something could not be done; ``words`` tells the person in Vietnamese."""

    words = "Chưa làm được việc này."


class Unavailable(Trouble):
    """The database is busy or away."""

    words = "Chưa đọc được dữ liệu lúc này: cơ sở dữ liệu đang bận hoặc mất kết nối."


class Forbidden(Trouble):
    """The role does not reach this."""

    words = "Ông/bà không có quyền xem mục này."


class Missing(Trouble):
    """There is no such thing any more."""

    words = "Không còn đơn vị này trong kỳ đang xem."


class Refused(Trouble):
    """An act that cannot be done as it was asked for; ``words`` says what to do instead."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


class Gone(Trouble):
    """A case that is not there for this person."""

    words = "Không thấy việc này. Có thể việc đã chuyển sang nơi ông/bà không xem được."


class Outdated(Trouble):
    """Someone else changed the case since it was read; nothing was overwritten."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


class SignedOut(Trouble):
    """The account was disabled or changed meanwhile."""

    words = "Tài khoản đã thay đổi. Xin đăng nhập lại."
