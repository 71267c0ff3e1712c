"""What runs, and in which order. A flow names stages and hands their artifacts on; what a stage does is not here."""
