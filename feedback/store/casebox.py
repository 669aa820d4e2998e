"""Each case's own key: it seals the texts, and destroying it is how a case is erased."""

import contextlib
import os
from collections.abc import Collection

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import delete, insert, select

from feedback.domain.ids import CaseId
from feedback.store.tables.cases import case_key
from feedback.store.vault import Unreadable
from feedback.store.work import Work

# Drawn by chance: NIST SP 800-38D lets one key seal 2^32 texts so, and a case has some hundreds.
_NONCE = 12


class Box:
    """Seals and opens the texts of one case (AES-256-GCM, bound to the case and to the text)."""

    def __init__(self, case: CaseId, key: bytes) -> None:
        self.case = case
        self._cipher = AESGCM(key)

    def seal(self, text: str, identity: int) -> bytes:
        """Encrypt a text for its row."""
        nonce = os.urandom(_NONCE)
        return nonce + self._cipher.encrypt(nonce, text.encode(), self._bound(identity))

    def unseal(self, sealed: bytes, identity: int) -> str:
        """Decrypt a text of this row; raise Unreadable when it was changed or moved."""
        try:
            plain = self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], self._bound(identity))
        except InvalidTag as error:
            raise Unreadable("the sealed text was changed") from error
        return plain.decode(errors="replace")

    def seal_part(self, data: bytes, identity: int, part: int) -> bytes:
        """Encrypt a part of a file."""
        nonce = os.urandom(_NONCE)
        return nonce + self._cipher.encrypt(nonce, data, self._bound_part(identity, part))

    def unseal_part(self, sealed: bytes, identity: int, part: int) -> bytes:
        """Decrypt a part of a file; raise Unreadable when it was changed, moved or swapped."""
        bound = self._bound_part(identity, part)
        try:
            return self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], bound)
        except InvalidTag as error:
            raise Unreadable("the sealed file was changed") from error

    def _bound(self, identity: int) -> bytes:
        # Bound to its place, so that whoever writes to the database cannot show one case's words in
        # another.
        return f"{self.case}/{identity}".encode()

    def _bound_part(self, identity: int, part: int) -> bytes:
        return f"{self.case}/{identity}/{part}".encode()


def make(work: Work, case: CaseId) -> Box:
    """Draw a new case's key and keep it, sealed."""
    # A key of its own, so that deleting one row makes all its words, files and names unreadable.
    key = os.urandom(32)
    work.connection.execute(
        insert(case_key).values(case_id=case, sealed=work.vault.seal(key), kid=work.vault.kid)
    )
    return Box(case, key)


def open_box(work: Work, case: CaseId) -> Box | None:
    """Open a case's key; None where it was destroyed or its own key is lost."""
    query = select(case_key.c.kid, case_key.c.sealed).where(case_key.c.case_id == case)
    row = work.connection.execute(query).one_or_none()
    if row is None:
        return None
    try:
        return Box(case, work.vault.unseal(row.kid, row.sealed))
    except Unreadable:
        return None


def open_boxes(work: Work, cases: Collection[CaseId]) -> dict[CaseId, Box]:
    """Open the keys of many cases; those that were destroyed or whose own key is lost are left."""
    query = select(case_key.c.case_id, case_key.c.kid, case_key.c.sealed)
    found = {}
    for case, kid, sealed in work.connection.execute(query.where(case_key.c.case_id.in_(cases))):
        with contextlib.suppress(Unreadable):
            found[CaseId(case)] = Box(CaseId(case), work.vault.unseal(kid, sealed))
    return found


def destroyed(work: Work, case: CaseId) -> bool:
    """Say whether a case's key is no more, since its citizen was erased."""
    query = select(case_key.c.case_id).where(case_key.c.case_id == case)
    return work.connection.execute(query).one_or_none() is None


def destroy(work: Work, case: CaseId) -> None:
    """Destroy a case's key: whatever it sealed can be read no more."""
    # secure_delete overwrites the row on SQLite; on PostgreSQL it is swept by `erasing.compact`.
    work.connection.execute(delete(case_key).where(case_key.c.case_id == case))
