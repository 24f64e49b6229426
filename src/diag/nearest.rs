//! The known word that a mistyped one was probably meant to be.

/// The word of `known` nearest to `word`; `None` when none is near enough to be a slip of the hand.
///
/// A third of the characters may differ (at least one), so that `titel` finds `title` and `cc` does
/// not find `slug`. Among equals the first wins.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let length = word.chars().take(MOST + 1).count();
    if length > MOST {
        return None;
    }
    known
        .into_iter()
        .map(|candidate| (distance(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= (length / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Longest word worth comparing, in characters: nobody mistypes a whole paragraph.
const MOST: usize = 60;

/// Plurals and separators are the commonest slip: `company` for `companies`, `base-url` for `base_url`.
fn distance(word: &str, candidate: &str) -> usize {
    let same_stem = |a: &str, b: &str| stem(a) == stem(b);
    if same_stem(word, candidate) { 0 } else { strsim::damerau_levenshtein(word, candidate) }
}

fn stem(word: &str) -> String {
    let plain: String = word.chars().filter(|c| !matches!(c, '_' | '-' | ' ')).collect();
    match plain.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => plain.strip_suffix('s').unwrap_or(&plain).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, expected: Option<&str>) {
        let known = ["title", "number", "date", "companies", "base_url", "cc", "曹镇乡", "B.PDF"];
        assert_eq!(nearest(word, known), expected, "{word}");
    }

    #[test]
    fn slips_of_the_hand() {
        check("titel", Some("title"));
        check("Title", Some("title"));
        check("b.pdf", Some("B.PDF"));
        check("dates", Some("date"));
        check("nubmer", Some("number"));
        check("曹真乡", Some("曹镇乡"));
    }

    #[test]
    fn plurals_and_separators() {
        check("company", Some("companies"));
        check("base-url", Some("base_url"));
        check("baseUrl", Some("base_url"));
    }

    #[test]
    fn other_words_stay_alone() {
        check("author", None);
        check("xyz", None);
        check(&"a".repeat(100_000), None);
    }
}
