// The order of results, in integers, so that src/search/rank.rs gives the same.

/** BM25's saturation (k1 1.2, b 0.75) in thousandths. @type {Fn['impact']} */
const impact = (tf, length, pivot) => Math.floor((88000 * pivot * tf) / (40 * pivot * tf + 12 * pivot + 36 * length));
/** @type {Fn['level']} */
const level = (thousandths) => [800, 1050, 1450].filter((least) => thousandths >= least).length;
/** @type {Fn['weight']} */
const weight = (of) => [600, 920, 1240, 1700][of];

/** @type {Fn['log2x16']} */
const log2x16 = (x) => {
  // Exact everywhere: no sixteenth has a logarithm near the middle between two integers.
  const exponent = x.toString(2).length - 1;
  return 16 * exponent + Math.round(16 * Math.log2(Math.floor(x / 2 ** (exponent - 4)) / 16));
};

/** @type {Fn['idf']} */
const idf = (df, units) => 8 + log2x16(Math.max(1, Math.floor((2 * units + 2) / (2 * df + 1))));
