"""The papers that the law wants of whoever runs this, drafted from what is really set."""
