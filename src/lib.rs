//! tongbao (通报) turns a folder of bulletin issues into an archive site.
//!
//! The way of the data is the order of the modules; imports look only to the left:
//!
//! ```text
//! content/ ─▶ source ─▶ parse ─▶ model ─┬▶ page ─▶ theme ─┬▶ output ─▶ public/
//!              read    one file  whole  └▶ data ──────────┘   write
//!                                archive     (every stage reports to diag)
//! ```

pub mod config;
pub mod data;
pub mod diag;
pub mod fold;
pub mod markdown;
pub mod model;
pub mod page;
pub mod parse;
pub mod pinyin;
pub mod source;
pub mod theme;
pub mod url;
