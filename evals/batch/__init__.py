"""Whole batches from the outside: the command line is run as users run it, and what is left behind is looked at."""
