//! The accent colour of site.toml as a style sheet.

/// `colours.css` for an accent `#rrggbb`: the red of the theme, and a lighter one for dark screens.
pub fn sheet(accent: &str) -> Option<String> {
    let [r, g, b] = parse(accent)?;
    let lighter = |c: u8| (u32::from(c) + (255 - u32::from(c)) * 45 / 100) as u8;
    let dark = format!("#{:02x}{:02x}{:02x}", lighter(r), lighter(g), lighter(b));
    Some(format!(
        ":root {{\n  --red: #{r:02x}{g:02x}{b:02x};\n}}\n\n@media screen and (prefers-color-scheme: dark) \
         {{\n  :root {{\n    --red: {dark};\n  }}\n}}\n"
    ))
}

fn parse(colour: &str) -> Option<[u8; 3]> {
    let digits = colour.strip_prefix('#').filter(|d| d.len() == 6 && d.is_ascii())?;
    let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_six_digits_become_a_sheet() {
        let sheet = sheet("#B3121D").unwrap();
        assert!(sheet.contains("--red: #b3121d;") && sheet.contains("--red: #d57c82;"), "{sheet}");
        assert_eq!(super::sheet("red"), None);
        assert_eq!(super::sheet("#b3121d}*{color:red"), None);
        assert_eq!(super::sheet("#曹镇"), None);
    }
}
