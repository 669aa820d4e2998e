"""Owns the refusals of the OpenAPI and of its OAuth: HTTP 200 with a number in the body."""

WORDS = {
    -32: "App or OA has exceeded the limit of requests per minute",
    -100: "Attachment is expired",
    -200: "Send message failed",
    -201: "{} is invalid",
    -204: "OA is deleted",
    -205: "OA does not exist",
    -209: "App is not active",
    -210: "{} is over the limit",
    -211: "Out of quota",
    -212: "App has not registered this API",
    -213: "User has not followed OA",
    -216: "Access token is invalid",
    -217: "User has blocked invitations",
    -218: "User's quota of messages is used up",
    -219: "App is removed",
    -220: "Access token is expired or removed",
    -221: "OA is not verified",
    -223: "OA has not authorised this API",
    -224: "OA needs another package",
    -227: "User is banned or inactive for 45 days",
    -230: "User has not interacted with OA in the last 7 days",
    -232: "User has not interacted with OA, or the interaction has expired",
    -233: "Message type is not supported",
    -240: "MessageV2 API has been shut down",
    -242: "appsecret_proof is invalid",
    -244: "User has restricted this message",
    -248: "Message violates the policy",
    -249: "Template cannot be sent by user id",
}


class Refused(Exception):
    """A call that is answered with ``error`` other than 0."""

    def __init__(self, code: int, what: str = "") -> None:
        super().__init__(f"{code} {what}")
        self.code = code
        self.words = WORDS.get(code, "Unknown error").format(what or "Parameter")

    def body(self) -> dict[str, object]:
        """Write it as the OpenAPI does: a number and words, no data."""
        return {"error": self.code, "message": self.words}


class Denied(Exception):
    """A request for tokens that is refused; only -14002 and -14003 are known numbers.

    All others are invented here: a client that depends on them would depend on a guess.
    """

    def __init__(self, code: int, name: str, why: str) -> None:
        super().__init__(f"{code} {name}")
        self.code, self.name, self.why = code, name, why

    def body(self) -> dict[str, object]:
        """Write it as OAuth v4 does."""
        return {
            "error": self.code,
            "error_name": self.name,
            "error_reason": self.why,
            "error_description": self.why,
            "ref_doc": "https://developers.zalo.me/docs/",
        }
