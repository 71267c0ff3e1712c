"""How much two playbooks of one trade say in the same words, measured on the labelled set."""
