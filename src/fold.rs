//! The one normalisation of text for comparing, with its map back to the text as shown (SPEC 7.1).
