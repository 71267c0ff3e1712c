"""How good the playbooks are: datasets, scorers and comparisons. Never imported by what builds them."""
