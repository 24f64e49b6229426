//! A text → its fewest words, for queries that stand nowhere as they were typed.
//!
//! The browser does the same (`js/search/words.js`); `tests/search/cut.jsonl` holds both to one another.

/// The fewest pieces that make up a folded text, each a word or one code point; of equal cuts the one
/// whose first piece is longer. Punctuation and blanks between words are left out.
///
/// `words_at` gives the lengths (code points, from 2) of the words that begin a text.
pub fn segment<E>(text: &str, words_at: impl Fn(&str) -> Result<Vec<usize>, E>) -> Result<Vec<String>, E> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let length = starts.len() - 1;
    // The fewest pieces from each place on, and the length of the first of them.
    let mut pieces = vec![0; length + 1];
    let mut first = vec![1; length];
    for at in (0..length).rev() {
        pieces[at] = 1 + pieces[at + 1];
        for word in words_at(&text[starts[at]..])? {
            let count = 1 + pieces[at + word];
            if count < pieces[at] || (count == pieces[at] && word > first[at]) {
                (pieces[at], first[at]) = (count, word);
            }
        }
    }
    let mut words = Vec::new();
    let mut at = 0;
    while at < length {
        let piece = &text[starts[at]..starts[at + first[at]]];
        if first[at] > 1 || piece.chars().all(char::is_alphanumeric) {
            words.push(piece.to_owned());
        }
        at += first[at];
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::segment;
    use serde::Deserialize;
    use std::convert::Infallible;

    #[derive(Deserialize)]
    struct Vector {
        text: String,
        words: Vec<String>,
        out: Vec<String>,
    }

    /// The vectors that the browser reads too.
    #[test]
    fn vectors() {
        for line in include_str!("../../tests/search/cut.jsonl").lines() {
            let vector: Vector = serde_json::from_str(line).expect(line);
            let begins = |text: &str| {
                let words = vector.words.iter().filter(|word| text.starts_with(word.as_str()));
                Ok::<_, Infallible>(words.map(|word| word.chars().count()).collect())
            };
            assert_eq!(segment(&vector.text, begins), Ok(vector.out), "{line}");
        }
    }
}
