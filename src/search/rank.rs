//! Which result comes first? Pure functions over non-negative integers below 2^53, the same in the
//! browser (`js/search/rank.js`); `tests/search/rank.jsonl` holds both to one another.
//!
//! A *term* is a text that a section was asked for: the whole query when it stands there literally, its
//! parts between blanks, or its words. In each section a term has a [`class`](Hit::class), which says
//! where it stands, and a [`level`], which says how much of the section it makes up: the part of
//! Okapi BM25 that does not hang on the term (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75), in four
//! steps. The other part is [`idf`].

/// Where a term stands in a unit, and how much there is of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// The unit's place.
    pub unit: u32,
    /// 1: the term is a name of a township or company that the unit is about or names; 2: in a title or
    /// heading; 3: as whole words; 4: elsewhere.
    pub class: u8,
    /// See [`level`].
    pub level: u8,
}

/// What a level is worth, in thousandths.
pub const WEIGHTS: [u64; 4] = [600, 920, 1240, 1700];

/// The length that counts as usual: the mean of all units' lengths (folded code points), rounded down
/// to a power of two so that a new issue seldom moves it, and at least 16.
pub fn pivot(total: u64, units: u64) -> u64 {
    let mean = total / units.max(1);
    1 << mean.max(16).ilog2()
}

/// BM25's saturated frequency in thousandths, 0 to 2200.
///
/// `tf` is how often the term occurs in the unit, overlapping occurrences included; `length` and
/// `pivot` are in folded code points.
pub fn saturation(tf: u64, length: u64, pivot: u64) -> u64 {
    88_000 * pivot * tf / (40 * pivot * tf + 12 * pivot + 36 * length)
}

/// [`saturation`] in four steps, 0 to 3.
pub fn level(tf: u64, length: u64, pivot: u64) -> u8 {
    step(saturation(tf, length, pivot))
}

/// The saturations at which the steps begin.
const STEPS: [u64; 3] = [800, 1050, 1450];

fn step(saturation: u64) -> u8 {
    STEPS.iter().map(|step| u8::from(saturation >= *step)).sum()
}

/// From which frequencies on a term has level 1, 2 and 3 in a unit of such a length: all that its length decides.
pub fn thresholds(length: u64, pivot: u64) -> [u64; 3] {
    // [`saturation`], solved for the frequency.
    STEPS.map(|step| (step * (12 * pivot + 36 * length)).div_ceil((88_000 - 40 * step) * pivot))
}

/// 16 times the binary logarithm of `x` (from 1), rounded by a table.
pub fn log2x16(x: u64) -> u64 {
    const FRACTION: [u64; 16] = [0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 15];
    let exponent = u64::from(x.max(1).ilog2());
    let mantissa = x.max(1) * 16 / (1 << exponent);
    16 * exponent + FRACTION[mantissa as usize - 16]
}

/// How much a term tells: the rarer, the more. `df` of `units` units contain it.
pub fn idf(units: u64, df: u64) -> u64 {
    8 + log2x16(((2 * units + 2) / (2 * df + 1)).max(1))
}

/// What one term adds to a unit's score.
pub fn score(units: u64, df: u64, level: u8) -> u64 {
    idf(units, df) * WEIGHTS[usize::from(level.min(3))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Deserialize)]
    struct Vector {
        r#fn: String,
        args: Vec<u64>,
        out: u64,
    }

    /// The vectors that the browser reads too.
    #[test]
    fn vectors() {
        for line in include_str!("../../tests/search/rank.jsonl").lines() {
            let vector: Vector = serde_json::from_str(line).expect(line);
            let out = match (vector.r#fn.as_str(), vector.args.as_slice()) {
                ("impact", &[tf, length, pivot]) => saturation(tf, length, pivot),
                ("level", &[saturation]) => step(saturation).into(),
                ("weight", &[level]) => WEIGHTS[level as usize],
                ("log2x16", &[x]) => log2x16(x),
                ("idf", &[df, units]) => idf(units, df),
                ("product", &[df, units, level]) => score(units, df, level as u8),
                _ => panic!("{line}"),
            };
            assert_eq!(out, vector.out, "{line}");
        }
    }

    #[test]
    fn thresholds_say_all_that_a_length_decides() {
        for pivot in [16, 64, 256, 1024] {
            for length in (1..40).chain((40..9000).step_by(97)) {
                let thresholds = thresholds(length, pivot);
                let of = |tf: u64| thresholds.iter().filter(|threshold| tf >= **threshold).count();
                let mut frequencies = (1..60).chain((60..9000).step_by(501));
                let wrong = frequencies.find(|tf| of(*tf) != usize::from(level(*tf, length, pivot)));
                assert_eq!(wrong, None, "{length} {pivot}");
            }
        }
    }

    #[test]
    fn the_pivot_is_a_power_of_two() {
        for (total, units, expected) in
            [(0, 0, 16), (100, 10, 16), (319, 10, 16), (320, 10, 32), (2_000, 4, 256)]
        {
            assert_eq!(pivot(total, units), expected, "{total} {units}");
        }
    }
}
