//! Dates and numbers as an office writes them: the only interface text that Rust knows.

use jiff::civil::Date;

/// `2022年9月9日`
pub fn date(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// `2022年9月`
pub fn month(date: Date) -> String {
    format!("{}年{}月", date.year(), date.month())
}

/// `9月9日`
pub fn day(date: Date) -> String {
    format!("{}月{}日", date.month(), date.day())
}

/// `2022-09-09`, for `<time datetime>`.
pub fn iso(date: Date) -> String {
    date.to_string()
}

/// `2022年`
pub fn year(year: i16) -> String {
    format!("{year}年")
}

/// `第 6 期`, as on the masthead.
pub fn number(number: u32) -> String {
    format!("第 {number} 期")
}

/// `《督查通报》第6期，2022年9月9日`, as cited in running text.
pub fn citation(series: &str, number: Option<u32>, issued: Date) -> String {
    let number = number.map(|n| format!("第{n}期")).unwrap_or_default();
    let comma = if number.is_empty() { "" } else { "，" };
    format!("《{series}》{number}{comma}{}", date(issued))
}

/// `1.2 MB`; sizes of files to download.
pub fn bytes(bytes: u64) -> String {
    match bytes {
        0..1_024 => format!("{bytes} B"),
        1_024..1_048_576 => format!("{} KB", bytes.div_ceil(1_024)),
        _ => format!("{:.1} MB", bytes as f64 / 1_048_576.0),
    }
}

/// `第2段`, of a citation.
pub fn paragraph(number: usize) -> String {
    format!("第{number}段")
}
