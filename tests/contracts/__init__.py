"""Every rule of the contracts proved to bite, and the catalogue they come from held whole."""
