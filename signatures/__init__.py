"""What a model is asked, and how: one typed signature a written stage.

`backend` chooses the model, `programs` holds the DSPy modules, `verify` stands between a model and the page. The
embedded writer (`playbook.writing`) is the engine behind the model `embedded`, and the floor under every other.
"""
