"""Cases: filed, routed, answered and judged. Everyone's way to a case leads through a scope."""
