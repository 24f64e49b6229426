//! What is found? Exact search over sections, with ranking, filters and facets (SPEC 7).
//!
//! [`units`] says what can be searched. Three indexes answer the same question, in which units a text
//! stands ([`Lookup`]): a plain scan, tantivy's index of record, and the browser's shards read back.
//! What a query means and in which order results come is decided once, above them: [`query`], [`rank`],
//! [`engine`].

pub mod browser;
pub mod cuts;
pub mod engine;
pub mod excerpt;
mod find;
pub mod index;
pub mod keep;
pub mod prepare;
pub mod query;
pub mod rank;
pub mod scan;
mod segment;
pub mod units;

use crate::failure::Failure;
use rank::Hit;
use units::UnitText;

/// An index over the units of a [`units::Corpus`].
pub trait Lookup {
    /// The units in which `text` (folded, not empty) stands within one block, by place, each with its
    /// class and level.
    fn literal(&self, text: &str) -> Result<Vec<Hit>, Failure>;

    /// Which beginnings of `text` (folded) are words of the index, as lengths in code points, ascending;
    /// words have at least two.
    fn words(&self, text: &str) -> Result<Vec<usize>, Failure>;

    /// The text of a unit.
    fn text(&self, place: u32) -> Result<UnitText, Failure>;
}
