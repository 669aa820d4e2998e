"""Why a backup is not taken, opened or put back; each message says where, and what to do."""

from feedback.services.refusals import Refusal


class BackupRefused(Refusal):
    """A backup cannot be made, read or put back."""


class NotABackup(BackupRefused):
    """The file is something else."""


class Damaged(BackupRefused):
    """The file is not as it was written; the message names the bytes."""


class WrongKey(BackupRefused):
    """None of the keys at hand opens the file."""


class NotEmpty(BackupRefused):
    """Something stands where a backup was to be put."""
