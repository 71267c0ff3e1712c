"""How well true sentences are told from false ones, measured on `datasets/claims` and on planted faults."""
