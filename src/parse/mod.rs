//! What does one text say? Each parser turns one file's text into one parsed value and knows no
//! other file.

pub mod date;
pub mod fields;
pub mod front_matter;
pub mod id;
pub mod issue;
pub mod limits;
pub mod numbering;
pub mod register;
