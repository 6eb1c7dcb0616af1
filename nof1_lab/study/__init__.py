"""The ground floor: a study, the steps that change it, and the file that keeps them."""
