//! How large may the input be? Each limit stands between a hostile or mistaken file and the machine's
//! memory; site.toml raises them.

/// `[limits]` (SPEC 4); sizes in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Largest issue file: `issue_bytes`, 4 MB.
    pub issue_bytes: u64,
    /// Deepest nesting of Markdown: `nesting`, 100.
    pub nesting: usize,
    /// Most table rows: `table_rows`, 2,000.
    pub table_rows: usize,
    /// Most table columns: `table_columns`, 100.
    pub table_columns: usize,
    /// Most entries in a register: `register_entries`, 20,000.
    pub register_entries: usize,
    /// Largest attachment: `attachment_bytes`, 200 MB.
    pub attachment_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            issue_bytes: 4 * MEGABYTE,
            nesting: 100,
            table_rows: 2_000,
            table_columns: 100,
            register_entries: 20_000,
            attachment_bytes: 200 * MEGABYTE,
        }
    }
}

/// In bytes.
const MEGABYTE: u64 = 1024 * 1024;
