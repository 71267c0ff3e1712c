"""How good the printed document is: playbooks of every kind, rendered, and each page judged."""
