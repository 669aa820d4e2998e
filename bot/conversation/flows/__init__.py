"""The flows, one kind of matter each. They never import each other; ``step`` joins them."""
