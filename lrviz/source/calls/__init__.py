"""Which of a text’s calls make optimizers and schedulers, and what makes up the composed ones."""
