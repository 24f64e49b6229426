// A query → its results: the ladder of literal, words and segmented search; filters, order, facets.
/** @type {Fn['combine']} */
const combine = (groups, scores, units, mode, sort) => {
  // A section's worth is its kind times this, less its score: below 2^53 even with its place behind.
  const span = Math.floor(2 ** 50 / units);
  const [worths, ...others] = groups.map((group, g) => {
    /** @type {Map<number, number>} */
    const best = new Map();
    for (const { places, grades } of group) {
      const rarity = idf(places.length, units);
      places.forEach((place, i) => {
        const worth = grades ? (g && mode === 'literal' ? 0 : grades[i] >> 2) * span - rarity * weight(grades[i] & 3) : 0;
        best.set(place, Math.min(best.get(place) ?? worth, worth));
      });
    }
    return best;
  });
  /** @type {number[]} they sort as they are */
  const keys = [];
  worths.forEach((worth, place) => {
    // Scores add up; of two kinds the worse stays.
    for (const other of others) {
      const more = other.get(place) ?? Infinity;
      worth += more - span * Math.min(Math.ceil(more / span), Math.ceil(worth / span));
    }
    if (worth < Infinity && !scores.has(place)) {
      scores.set(place, Math.ceil(worth / span) * span - worth);
      keys.push((sort === 'date' ? 0 : worth) * units + place);
    }
  });
  return Array.from(new Float64Array(keys).sort(), (key) => key % units);
};

/** @type {Fn['filterOf']} */
const filterOf = (index) => async (key, text) => {
  const value = filterValue(key, text);
  /** @type {number[][]} */
  let found = [];
  const kind = ['township', 'company'].indexOf(key);
  if (kind >= 0) {
    for (const [name, number, company] of await index.names([0, 3], value, 2)) {
      if (name === value && company === kind) found.push(await index.sectionsOf(number));
    }
  } else if (value) {
    // A number, year or date need not be there.
    found = key === 'issue' && /\D/.test(value) ? [] : [[]];
    const [from, to = from] = value.split('..');
    for (const { places, date, year, number, id } of await index.issues()) {
      /** @type {Record<string, boolean>} */
      const passes = { year: year === value, issue: [number, id].includes(value), date: date >= from && date.slice(0, to.length) <= to };
      if (passes[key]) found.push(places);
    }
  }
  return found.length ? { key, places: found.flat() } : null;
};

/** @type {Fn['segments']} */
const segments = async (index, parts, plain) => {
  const cuts = parts.map(async (part, i) => (i < plain ? cut(part, await index.words(part)) : part));
  const terms = new Set((await Promise.all(cuts)).flat());
  return Array.from(terms, (term) => [term, ...index.start.synonyms.filter((group) => group.includes(term)).flat()]);
};

/** @type {Fn['evaluate']} */
const evaluate = async (index, typed, { township, company, year, from, to, sort }) => {
  const { literal, quoted, parts, plain, not, filters } = await parseQuery(typed, index.fold, filterOf(index));
  // Of one key one is enough.
  const ofKeys = filters.map(({ key }) => filters.filter((filter) => filter.key === key));
  const given = { township, company, year, date: (from || to) && `${from || ''}..${to || ''}` };
  for (const [key, text] of Object.entries(given).filter(([, text]) => text)) {
    const filter = await filterOf(index)(key, index.fold(`${text}`.normalize()));
    if (!filter) throw new Error(`unknown ${key}: ${text}`);
    ofKeys.push([filter]);
  }
  /** @type {Map<number, number>} */
  const scores = new Map();
  /** @type {Rung[]} */
  const rungs = [];
  /** @param {string} mode @param {(string | string[])[]} groups texts, or some of which one is enough */
  const climb = async (mode, groups) => {
    const [without, ...hits] = await Promise.all([not, ...groups].map((group) => Promise.all([group].flat().map(index.hits))));
    for (const { places } of without) places.forEach((place) => scores.set(place, Infinity));
    const places = combine([...hits, ...ofKeys], scores, index.start.units, mode, sort);
    if (places.length || mode === 'filter') rungs.push({ mode, terms: groups.flat(), places });
  };
  await (literal ? climb('literal', [literal, ...quoted]) : ofKeys[0] && climb('filter', []));
  if (parts.length > 1 && (!rungs[0] || parts.every((part) => /../u.test(part)))) await climb('words', parts);
  const groups = rungs[0] ? [] : await segments(index, parts, plain);
  if (groups.length) await climb('segmented', groups);
  const places = /** @type {number[]} */ ([]).concat(...rungs.map(({ places }) => places));
  return { literal, scores, rungs, mode: rungs[0]?.mode || 'none', places };
};

/** @type {Fn['entitiesOf']} */
const entitiesOf = async (index, { literal, mode, rungs }) => {
  /** @param {number} rank @param {string} text @param {number[]} kinds @param {number} [most] */
  const offer = async (rank, text, kinds, most) => {
    const rows = text ? await index.names(kinds, text, most) : [];
    return rows.map(([key, ...entity]) => ({ rank: rank + +(key !== text), entity, other: kinds[0] ? '' : key }));
  };
  const letters = literal.replace(/[ '-]/g, '');
  const words = mode === 'literal' ? [] : rungs.flatMap(({ terms }) => terms).filter((word) => /../u.test(word));
  const offers = [offer(0, literal, [0]), offer(2, letters[1] && letters, [1, 2]), ...words.map((word) => offer(4, word, [0], 1))];
  const sorted = (await Promise.all(offers)).flat().filter(({ rank }) => rank < 5).sort((a, b) => a.rank - b.rank || a.entity[0] - b.entity[0]);
  const best = sorted.filter(({ entity }, i) => i === sorted.findIndex((one) => one.entity[0] === entity[0]));
  return best.slice(0, 10).map(({ entity: [, company, id, name], other }) => {
    const entity = { kind: company ? 'company' : 'township', id, name, url: `${company ? 'companies' : 'townships'}/${id}/index.html` };
    // `found` is for the page only, where it explains why an entity with another name stands there.
    return Object.defineProperty(entity, 'found', { value: index.fold(name).includes(other) ? '' : other });
  });
};

/** @type {Fn['facetsOf']} */
const facetsOf = async (index, { places }) => {
  // In scattered results no companies are counted.
  const scattered = new Set(places.map((place) => place >> 7)).size > index.start.near;
  const [{ townships, issued }, ...companies] = await Promise.all([index.facets(), ...(scattered ? [] : places.map(index.companies))]);
  /** The commonest first. @param {any[]} ids */
  const tally = (ids) => {
    const counts = new Map();
    ids.forEach((id) => counts.set(id, (counts.get(id) || 0) + 1));
    return Array.from(counts, ([id, count]) => ({ id, count })).sort((a, b) => b.count - a.count || a.id - b.id);
  };
  /** @param {{ id: number, count: number }[]} rows */
  const named = (rows) => Promise.all(rows.map(async ({ id: number, count }) => {
    const [, id, value] = await index.entity(number);
    // The name is for the page only.
    return Object.defineProperty({ id, count }, 'name', { value });
  }));
  const [township, company] = await Promise.all([
    named(tally(places.flatMap((place) => townships[place]))),
    named(tally(companies.flat()).slice(0, 10)),
  ]);
  const year = tally(places.map((place) => issued[place].year)).sort((a, b) => b.id - a.id);
  const ofSeries = tally(places.map((place) => issued[place].series));
  return { township, company, year, series: index.start.series.flatMap(({ id }) => ofSeries.filter((one) => one.id === id)) };
};

/** @type {Fn['resultOf']} */
const resultOf = async (index, { scores, rungs }, place) => {
  const [{ terms }] = rungs.filter(({ places }) => places.includes(place));
  const { issue, date, url, title, section, townships, companies, blocks } = await index.unit(place);
  return {
    issue, date, url, title, section, township: townships.map(({ name }) => name).join('、'),
    townships, companies, score: scores.get(place) || 0, ...excerpt(blocks, terms),
  };
};

/** @type {Fn['answerTo']} */
const answerTo = async (index, typed, options = {}) => {
  const began = Date.now();
  const { offset = 0, limit = 20, brief } = options;
  const answer = await evaluate(index, typed, options);
  const { mode, places, rungs } = answer;
  const [results, entities, facets] = await Promise.all([
    Promise.all(places.slice(offset, offset + (limit || Infinity)).map((place) => resultOf(index, answer, place))),
    !brief && entitiesOf(index, answer),
    !brief && facetsOf(index, answer),
  ]);
  return {
    query: typed, mode, total: places.length, literal_total: mode === 'literal' ? rungs[0].places.length : 0, offset,
    elapsed_ms: Date.now() - began, entities, facets, results,
  };
};

/** @type {Fn['searcher']} */
const searcher = (load) => {
  /** @param {string} [suffix] */
  const begin = async (suffix) => openIndex(await load('start', suffix), load);
  // At once, while the page's own tag brings the root; that it is missing is said when something is asked.
  let opening = begin();
  opening.catch(String);
  return (typed, options) => {
    const ask = async () => answerTo(await opening, typed, options);
    return ask().catch((error) => {
      if (!error.shard) throw error;
      // A file is gone: the site may have been renewed since its root was read.
      opening = begin(`?fresh=${Date.now()}`);
      return ask();
    });
  };
};

window.tongbao = Object.assign(window.tongbao || {}, {
  put: (/** @type {any} */ payload) => /** @type {any} */ (document.currentScript)?.take(payload),
  search: searcher(loadScript),
  searching: { folder },
});
