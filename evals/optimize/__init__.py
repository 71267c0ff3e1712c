"""Making programs better from the labelled set, and deciding which one stands.

Optimizers are DSPy's; what is here is what they learn from, what they may spend, and what is kept of it. Measuring is for
`evals.evaluate` and `evals.compare`; how a program is loaded for a run is for `signatures.promotion`.
"""
