"""One module per page, each with a function that draws it: load, derive, draw."""
