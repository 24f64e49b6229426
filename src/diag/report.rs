//! The one printer of diagnostics: human, short and json.
