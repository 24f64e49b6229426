//! Stand-in until the input stage lands.

/// Han number.
pub fn han_number(text: &str) -> Option<u32> {
    let digit = |c: char| "〇一二三四五六七八九".chars().position(|d| d == c).map(|p| p as u32);
    let (mut total, mut one) = (0, 0);
    for c in text.chars() {
        match c {
            '十' => {
                total += one.max(1) * 10;
                one = 0;
            }
            '百' => {
                total += one.max(1) * 100;
                one = 0;
            }
            c => one = one * 10 + digit(c)?,
        }
    }
    Some(total + one).filter(|_| !text.is_empty())
}
