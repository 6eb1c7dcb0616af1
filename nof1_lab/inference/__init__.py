"""What follows from a study: outcomes, model, fit, effects, verdict."""
