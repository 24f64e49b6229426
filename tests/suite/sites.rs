//! tests/sites/<case>/: whole sites, and what must come of them. (the chief writes it)
