// The order of results: integers only, so that src/search/rank.rs gives the same.

const STEPS = [0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 15];
const WEIGHTS = [600, 920, 1240, 1700];

/**
 * How much a section is about a text: BM25's saturation (k1 1.2, b 0.75) in thousandths.
 * @param {number} tf occurrences @param {number} length of the section @param {number} pivot usual length
 */
const impact = (tf, length, pivot) =>
  Math.floor((88000 * pivot * tf) / (40 * pivot * tf + 12 * pivot + 36 * length));

/** @param {number} thousandths @returns {number} 0 to 3, as the shards keep it */
const level = (thousandths) => (thousandths < 800 ? 0 : thousandths < 1050 ? 1 : thousandths < 1450 ? 2 : 3);

/** @param {number} of level */
const weight = (of) => WEIGHTS[of];

/** Sixteen times the binary logarithm. @param {number} x an integer from 1, below 2^53 */
function log2x16(x) {
  let exponent = 0;
  let power = 1;
  while (power * 2 <= x) {
    power *= 2;
    exponent += 1;
  }
  return 16 * exponent + STEPS[Math.floor((x / power) * 16) - 16];
}

/** How rare a text is. @param {number} df sections that have it @param {number} units all sections */
const idf = (df, units) => 8 + log2x16(Math.max(1, Math.floor((2 * units + 2) / (2 * df + 1))));

/** What one text adds to a score. @param {number} df @param {number} units @param {number} of level */
const product = (df, units, of) => idf(df, units) * weight(of);

// Class, score and place in one number that sorts: 4, 28 and 21 bits.
const PLACES = 2 ** 21;
const SCORES = 2 ** 28;

/** Smaller is better. @param {number} kind class @param {number} score @param {number} place */
const sortKey = (kind, score, place) => (kind * SCORES + Math.max(0, SCORES - 1 - score)) * PLACES + place;

/** @param {number} key */
const placeOf = (key) => key % PLACES;
