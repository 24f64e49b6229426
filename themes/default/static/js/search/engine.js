// A query → its results: the ladder of literal, words and segmented search; filters, order, facets.
/** @type {Fn['combine']} */
const combine = (groups, { closed, places, scores }, mode, sort) => {
  const units = closed.length;
  // A section's worth is its kind times this, less its score: below 2^53 even with its place behind.
  const span = Math.floor(2 ** 50 / units);
  const total = closed.slice();
  groups.forEach((group, g) => {
    const best = new Float64Array(units).fill(Infinity);
    for (const { places, grades } of group) {
      const rarity = idf(places.length, units);
      places.forEach((place, i) => {
        const worth = grades ? (g && mode === 'literal' ? 0 : grades[i] >> 2) * span - rarity * weight(grades[i] & 3) : 0;
        best[place] = Math.min(best[place], worth);
      });
    }
    // Scores add up; of two kinds the worse stays.
    for (let place = 0; place < units; place++) {
      total[place] += best[place] - span * Math.min(Math.ceil(best[place] / span), Math.ceil(total[place] / span));
    }
  });
  /** @type {number[]} they sort as they are */
  const keys = [];
  for (let place = 0; place < units; place++) {
    const worth = total[place];
    if (worth < Infinity) {
      closed[place] = Infinity;
      scores[place] = Math.ceil(worth / span) * span - worth;
      keys.push((sort === 'date' ? 0 : worth) * units + place);
    }
  }
  new Float64Array(keys).sort().forEach((key) => places.push(key % units));
};

/** @type {Fn['filterOf']} */
const filterOf = async (index, key, text) => {
  const value = filterValue(key, text);
  /** @type {number[][]} */
  let found = [];
  const kind = ['township', 'company'].indexOf(key);
  if (kind >= 0) {
    const rows = (await index.names([0, 3], value, 2)).filter(([name, , company]) => name === value && company === kind);
    found = await Promise.all(rows.map(([, number]) => index.sectionsOf(number)));
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
  return found.length ? { key, value, places: found.flat() } : null;
};

/** @type {Fn['segments']} */
const segments = async (index, { parts, plain }) => {
  const { synonyms } = index.start;
  const cuts = parts.slice(0, plain).map(async (part) => cut(part, await index.words(part)));
  const terms = new Set([...(await Promise.all(cuts)).flat(), ...parts.slice(plain)]);
  return Array.from(terms, (term) => [term, ...synonyms.filter((group) => group.includes(term)).flat()]);
};

/** @type {Fn['evaluate']} */
const evaluate = async (index, typed, { township, company, year, from, to, sort }) => {
  const query = await parseQuery(typed, index.fold, (key, text) => filterOf(index, key, text));
  const { literal, quoted, parts, not, filters } = query;
  const given = { township, company, year, date: (from || to) && `${from || ''}..${to || ''}` };
  for (const [key, text] of Object.entries(given).filter(([, text]) => text)) {
    const filter = await filterOf(index, key, index.fold(String(text).normalize()));
    if (!filter) throw new Error(`unknown ${key}: ${text}`);
    filters.push({ ...filter, key: `option ${key}` });
  }
  // Of one key one is enough.
  const ofKeys = filters.map(({ key }) => filters.filter((filter) => filter.key === key));
  const { units } = index.start;
  /** @type {Ranked} */
  const found = { places: [], scores: new Float64Array(units), closed: new Float64Array(units) };
  /** @type {Rung[]} */
  const rungs = [];
  /** @param {string} mode @param {(string | string[])[]} groups texts, or some of which one is enough */
  const climb = async (mode, groups) => {
    const [without, ...hits] = await Promise.all([not, ...groups].map((group) => Promise.all([group].flat().map(index.hits))));
    without.forEach(({ places }) => places.forEach((place) => (found.closed[place] = Infinity)));
    combine([...hits, ...ofKeys], found, mode, sort);
    const end = found.places.length;
    if (end > (rungs[0]?.end || 0) || mode === 'filter') rungs.push({ mode, terms: groups.flat(), end });
  };
  await (literal ? climb('literal', [literal, ...quoted]) : filters.length && climb('filter', []));
  if (parts.length > 1 && (!rungs.length || parts.every((part) => /../u.test(part)))) await climb('words', parts);
  const groups = rungs.length ? [] : await segments(index, query);
  if (groups.length) await climb('segmented', groups);
  return { ...found, literal, rungs, mode: rungs[0]?.mode || 'none' };
};

/** @type {Fn['entitiesOf']} */
const entitiesOf = async (index, { literal, mode, rungs }) => {
  /** @param {number} rank @param {string} text @param {number[]} kinds @param {number} [most] */
  const offer = async (rank, text, kinds, most) => {
    const rows = text ? await index.names(kinds, text, most) : [];
    return rows.map(([key, ...entity]) => ({ rank: key === text ? rank : rank + 1, entity, other: kinds[0] ? '' : key }));
  };
  const letters = literal.replace(/[ '-]/g, '');
  const words = mode === 'literal' ? [] : rungs.flatMap(({ terms }) => terms).filter((word) => /../u.test(word));
  const offers = [offer(0, literal, [0]), offer(2, letters[1] && letters, [1, 2]), ...words.map((word) => offer(4, word, [0], 1))];
  const sorted = (await Promise.all(offers)).flat().filter(({ rank }) => rank < 5).sort((a, b) => a.rank - b.rank || a.entity[0] - b.entity[0]);
  const best = sorted.filter(({ entity }, i) => i === sorted.findIndex((one) => one.entity[0] === entity[0]));
  return best.slice(0, 10).map(({ entity: [, company, id, name], other }) => {
    const kind = company ? 'company' : 'township';
    const url = `${company ? 'companies' : 'townships'}/${id}/index.html`;
    // `found` is for the page only, where it explains why an entity with another name stands there.
    const value = index.fold(name).includes(other) ? '' : other;
    return Object.defineProperty({ kind, id, name, url }, 'found', { value });
  });
};

/** @type {Fn['facetsOf']} */
const facetsOf = async (index, { places }) => {
  const { near, series } = index.start;
  // In scattered results no companies are counted.
  const scattered = new Set(places.map((place) => place >> 7)).size > near;
  const [{ townships, issued }, ...companies] = await Promise.all([index.facets(), ...(scattered ? [] : places.map(index.companies))]);
  /** The commonest first. @param {any[]} ids */
  const tally = (ids) => {
    const counts = new Map();
    ids.forEach((id) => counts.set(id, (counts.get(id) || 0) + 1));
    return Array.from(counts, ([id, count]) => ({ id, count })).sort((a, b) => b.count - a.count || a.id - b.id);
  };
  /** @param {{ id: number, count: number }[]} rows */
  const named = (rows) => Promise.all(rows.map(async ({ id: number, count }) => {
    const [, id, name] = await index.entity(number);
    // The name is for the page only.
    return Object.defineProperty({ id, count }, 'name', { value: name });
  }));
  const [township, company] = await Promise.all([
    named(tally(places.flatMap((place) => townships[place]))),
    named(tally(companies.flat()).slice(0, 10)),
  ]);
  const [year, ofSeries] = /** @type {const} */ (['year', 'series']).map((key) => tally(places.map((place) => issued[place][key])));
  year.sort((a, b) => b.id - a.id);
  return { township, company, year, series: series.flatMap(({ id }) => ofSeries.filter((one) => one.id === id)) };
};

/** @type {Fn['resultOf']} */
const resultOf = async (index, { places, scores, rungs }, n) => {
  const place = places[n];
  const [{ terms }] = rungs.filter(({ end }) => n < end);
  const { slice, blocks, anchor, section, ...of } = await index.unit(place);
  const [issue, date, title, page] = slice.issues[of.issue];
  const [townships, companies] = [of.townships, of.companies].map((all) => all.map((n) => slice.entities[n]).map(([id, name]) => ({ id, name })));
  const township = townships.map(({ name }) => name).join('、');
  const url = page + (anchor && `#${anchor}`);
  return { issue, date, url, title, section, township, townships, companies, score: scores[place], ...excerpt(blocks, terms) };
};

/** @type {Fn['answerTo']} */
const answerTo = async (index, typed, options = {}) => {
  const began = performance.now();
  const { offset = 0, limit = 20, brief } = options;
  const answer = await evaluate(index, typed, options);
  const { mode, places, rungs } = answer;
  const [results, entities, facets] = await Promise.all([
    Promise.all(places.slice(offset, offset + (limit || Infinity)).map((_, i) => resultOf(index, answer, offset + i))),
    brief ? null : entitiesOf(index, answer),
    brief ? null : facetsOf(index, answer),
  ]);
  return {
    query: typed, mode, total: places.length, literal_total: mode === 'literal' ? rungs[0].end : 0, offset,
    elapsed_ms: Math.round(performance.now() - began), entities, facets, results,
  };
};

/** @type {Fn['searcher']} */
const searcher = (load) => {
  /** @param {string} [suffix] */
  const begin = async (suffix) => openIndex(await load('start', suffix), load);
  // At once, while the page's own tag brings the root; that it is missing is said when something is asked.
  let opening = begin();
  opening.catch(String);
  return async (typed, options) => {
    try {
      return await answerTo(await opening, typed, options);
    } catch (/** @type {any} */ error) {
      if (!error.shard) throw error;
      // A file is gone: the site may have been renewed since its root was read.
      opening = begin(`?fresh=${Date.now()}`);
      return answerTo(await opening, typed, options);
    }
  };
};

window.tongbao = Object.assign(window.tongbao || {}, {
  put: (/** @type {any} */ payload) => /** @type {any} */ (document.currentScript)?.take(payload),
  search: searcher(loadScript),
  searching: { folder },
});
