"""Where you work: the bench, the runner, the shelf, screens, notebook and command line."""
