//! Where does a text stand in another?

/// Where `text` begins in `within`, in bytes, ascending; occurrences may overlap. None for an empty text.
pub fn occurrences<'a>(within: &'a str, text: &'a str) -> impl Iterator<Item = usize> + 'a {
    let step = text.chars().next().map_or(0, char::len_utf8);
    let mut from = 0;
    std::iter::from_fn(move || {
        if step == 0 {
            return None;
        }
        let at = from + within.get(from..)?.find(text)?;
        from = at + step;
        Some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::occurrences;

    #[test]
    fn they_may_overlap() {
        let all = |within, text| occurrences(within, text).collect::<Vec<_>>();
        assert_eq!(all("aaaa", "aa"), [0, 1, 2]);
        assert_eq!(all("甲乙甲乙甲", "甲乙甲"), [0, 6]);
        assert_eq!(all("甲", "甲"), [0]);
        assert_eq!(all("甲", "乙"), [0; 0]);
        assert_eq!(all("甲", ""), [0; 0]);
        assert_eq!(all("", "甲"), [0; 0]);
    }
}
