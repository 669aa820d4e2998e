"""Owns the signature of a webhook: plain SHA-256 over exact bytes, the app's id first."""

import base64
import hashlib
import hmac


def mac(app_id: str, raw: bytes, timestamp: str, secret_key: str) -> str:
    """Compute sha256(app_id + body + timestamp + OA Secret Key) in hexadecimal."""
    joined = app_id.encode() + raw + timestamp.encode() + secret_key.encode()
    return hashlib.sha256(joined).hexdigest()


def challenge(verifier: str) -> str:
    """Compute the PKCE challenge of a verifier: base64url(sha256), no padding."""
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def proof(app_secret: str, access_token: str) -> str:
    """Compute ``appsecret_proof`` of a token: HMAC-SHA256 under the App Secret, in hexadecimal."""
    return hmac.new(app_secret.encode(), access_token.encode(), hashlib.sha256).hexdigest()
