"""Metamorphic relations: a resume that is spelled or set another way is read, judged and written about as before."""
