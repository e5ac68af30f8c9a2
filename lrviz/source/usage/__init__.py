"""What a text does with its optimizers and schedulers: loops, steps and their order."""
