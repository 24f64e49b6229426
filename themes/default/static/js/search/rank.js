// The order of results, in integers, so that src/search/rank.rs gives the same.
const STEPS = [0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 15];

/** BM25's saturation (k1 1.2, b 0.75) in thousandths. @type {Fn['impact']} */
const impact = (tf, length, pivot) => Math.floor((88000 * pivot * tf) / (40 * pivot * tf + 12 * pivot + 36 * length));

/** @type {Fn['level']} */
const level = (thousandths) => [800, 1050, 1450].filter((least) => thousandths >= least).length;

/** @type {Fn['weight']} */
const weight = (of) => [600, 920, 1240, 1700][of];

/** @type {Fn['log2x16']} */
const log2x16 = (x) => {
  // Math.log2 is not exact everywhere.
  const exponent = x.toString(2).length - 1;
  return 16 * exponent + STEPS[Math.floor((x / 2 ** exponent) * 16) - 16];
};

/** @type {Fn['idf']} */
const idf = (df, units) => 8 + log2x16(Math.max(1, Math.floor((2 * units + 2) / (2 * df + 1))));

/** @type {Fn['product']} */
const product = (df, units, of) => idf(df, units) * weight(of);
