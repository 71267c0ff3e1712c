"""How evaluations are shown: tables on a terminal, and one self-contained page. No number is made here."""
