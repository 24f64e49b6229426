// A query → its results: the ladder of literal, words and segmented search; filters, order, facets.
/** @type {Fn['combine']} */
const combine = (groups, open, scores, byFirst, byDate) => {
  const units = open.length;
  // A section's worth is its kind times this, less its score: below 2^53 even with its place behind.
  const span = Math.floor(2 ** 50 / units);
  const total = new Float64Array(units);
  groups.forEach((group, g) => {
    const best = new Float64Array(units).fill(Infinity);
    for (const { places, levels, kinds } of group) {
      const rarity = idf(places.length, units);
      places.forEach((place, i) => {
        best[place] = Math.min(best[place], (g && byFirst ? 0 : kinds[i]) * span - rarity * weight(levels[i]));
      });
    }
    // Scores add up; of two kinds the worse stays.
    best.forEach((worth, place) => {
      total[place] += worth - span * Math.min(Math.ceil(worth / span), Math.ceil(total[place] / span));
    });
  });
  /** @type {number[]} they sort as they are */
  const keys = [];
  total.forEach((worth, place) => {
    if (open[place] && worth < Infinity) {
      open[place] = 0;
      scores[place] = Math.ceil(worth / span) * span - worth;
      keys.push((byDate ? 0 : worth) * units + place);
    }
  });
  return [...new Float64Array(keys).sort().map((key) => key % units)];
};

/** @type {Fn['filterOf']} */
const filterOf = async (index, key, text) => {
  const value = filterValue(key, text);
  const marks = new Uint8Array(index.start.units);
  let known = false;
  if (key === 'township' || key === 'company') {
    for (const { entity: [number, company] } of await index.names([0, 3], value, (name) => name === value)) {
      if (company === Number(key === 'company')) {
        (await index.sectionsOf(number)).forEach((place) => (marks[place] = 1));
        known = true;
      }
    }
  } else if (value) {
    // An id must be there, but no number, year or date.
    known = key !== 'issue' || /^\d+$/.test(value);
    const [from, to] = value.split('..');
    for (const { first, end, date, year, number, id } of await index.issues()) {
      const passes = { year: year === value, issue: number === value || id === value, date: date >= from && (!to || date <= to) };
      if (passes[key]) {
        marks.fill(1, first, end);
        known = true;
      }
    }
  }
  return known ? { key, value, marks } : null;
};

/** @type {Fn['segments']} */
const segments = async (index, { parts, plain }) => {
  const { synonyms } = index.start;
  const others = synonyms.flat().map((word) => Array.from(word));
  const cuts = parts.slice(0, plain).map(async (part) => {
    const [chars, words] = [Array.from(part), await index.words(part)];
    const begins = (at = 0) => others.filter((word) => word.every((c, n) => c === chars[at + n]));
    return cut(part, (at) => [...words[at], ...begins(at).map(({ length }) => length)]);
  });
  const terms = new Set([...(await Promise.all(cuts)).flat(), ...parts.slice(plain)]);
  return Array.from(terms, (term) => [...new Set([term, ...synonyms.filter((group) => group.includes(term)).flat()])]);
};

/** @type {Fn['evaluate']} */
const evaluate = async (index, typed, { township, company, year, from, to, sort }) => {
  const query = await parseQuery(typed, index.fold, (key, text) => filterOf(index, key, text));
  const { literal, quoted, parts, not, filters } = query;
  const given = { township, company, year, date: (from || to) && `${from || ''}..${to || ''}` };
  for (const [key, text] of Object.entries(given).filter(([, text]) => text)) {
    const filter = await filterOf(index, /** @type {FilterKey} */ (key), index.fold(String(text).normalize()));
    if (!filter) {
      throw new Error(`unknown ${key}: ${text}`);
    }
    filters.push({ ...filter, key: `option ${key}` });
  }
  const { units } = index.start;
  const [open, scores] = [new Uint8Array(units).fill(1), new Float64Array(units)];
  for (const key of new Set(filters.map((filter) => filter.key))) {
    // Of one key one is enough.
    const same = filters.filter((filter) => filter.key === key);
    open.forEach((_, place) => same.some(({ marks }) => marks[place]) || (open[place] = 0));
  }
  /** @type {number[]} */
  let places = [];
  /** @type {Rung[]} */
  const rungs = [];
  /** @param {string} mode @param {(string | string[])[]} groups texts, or some of which one is enough */
  const climb = async (mode, groups) => {
    const [without, ...hits] = await Promise.all([not, ...groups].map((group) => Promise.all([group].flat().map(index.hits))));
    without.forEach(({ places }) => places.forEach((place) => (open[place] = 0)));
    const found = combine(hits, open, scores, mode === 'literal', sort === 'date');
    places = places.concat(found);
    rungs.push(...(found.length ? [{ mode, terms: groups.flat(), end: places.length }] : []));
  };
  if (literal || filters.length) {
    await (literal ? climb('literal', [literal, ...quoted]) : climb('filter', []));
  }
  if (parts.length > 1 && (!rungs.length || parts.every((part) => /../u.test(part)))) {
    await climb('words', parts);
  }
  const groups = rungs.length ? [] : await segments(index, query);
  if (groups.length) {
    await climb('segmented', groups);
  }
  return { literal, places, scores, rungs, mode: rungs[0]?.mode || (filters.length && !literal ? 'filter' : 'none') };
};

/** @type {Fn['entitiesOf']} */
const entitiesOf = async (index, { literal, mode, rungs }) => {
  /** @param {number} rank @param {string} text @param {number[]} kinds @param {boolean} [whole] */
  const offer = async (rank, text, kinds, whole) => {
    const rows = text ? await index.names(kinds, text, (name) => (whole ? name === text : name.startsWith(text))) : [];
    return rows.map(({ key, entity }) => ({ rank: key === text ? rank : rank + 1, entity, other: kinds[0] ? '' : key }));
  };
  const [letters] = /^[a-z0-9]+$/.exec(literal.replace(/[ '-]/g, '')) || [''];
  const words = /words|segmented/.test(mode) ? rungs[0].terms.filter((word) => /../u.test(word)) : [];
  const offers = [offer(0, literal, [0]), offer(2, letters, [1, 2], letters.length < 2), ...words.map((word) => offer(4, word, [0], true))];
  const sorted = (await Promise.all(offers)).flat().sort((a, b) => a.rank - b.rank || a.entity[0] - b.entity[0]);
  const seen = new Set();
  const best = sorted.filter(({ entity: [number] }) => !seen.has(number) && seen.add(number)).slice(0, 10);
  return best.map(({ entity: [, company, id, name], other }) => {
    const [kind, folder] = company ? ['company', 'companies'] : ['township', 'townships'];
    // `found` is for the page only, where it explains why an entity with another name stands there.
    const value = index.fold(name).includes(other) ? '' : other;
    return Object.defineProperty({ kind, id, name, url: `${folder}/${id}/index.html` }, 'found', { value });
  });
};

/** @type {Fn['facetsOf']} */
const facetsOf = async (index, { places }) => {
  const { near, series } = index.start;
  const touched = [...new Set(places.map((place) => place >> 7))];
  // In scattered results no companies are counted.
  const blocks = touched.length > near ? [] : touched;
  const [{ townships, issued }, ...companies] = await Promise.all([index.facets(), ...blocks.map(index.companies)]);
  const own = places.map((place) => issued[place]);
  const tally = (/** @type {any[][]} */ lists) => {
    const counts = new Map();
    lists.forEach((ids) => ids.forEach((id) => counts.set(id, (counts.get(id) || 0) + 1)));
    return Array.from(counts, ([id, count]) => ({ id, count })).sort((a, b) => b.count - a.count || a.id - b.id);
  };
  const named = (/** @type {{ id: number, count: number }[]} */ rows) =>
    Promise.all(
      rows.map(async ({ id: number, count }) => {
        const [, id, name] = await index.entity(number);
        // The name is for the page only.
        return Object.defineProperty({ id, count }, 'name', { value: name });
      }),
    );
  const [township, company] = await Promise.all([
    named(tally(places.map((place) => townships[place]))),
    named(tally(blocks.length ? places.map((place) => companies[blocks.indexOf(place >> 7)][place & 127]) : []).slice(0, 10)),
  ]);
  return {
    township,
    company,
    year: tally(own.map(({ year }) => [year])).sort((a, b) => b.id - a.id),
    series: series.map(({ id }) => ({ id, count: own.filter((one) => one.series === id).length })).filter(({ count }) => count),
  };
};

/** @type {Fn['resultOf']} */
const resultOf = async (index, place, score, terms) => {
  const { slice, blocks, i, a: anchor, h: section, t, c } = await index.unit(place);
  const [issue, date, title, page] = slice.issues[i];
  const [townships, companies] = [t, c].map((all) => all.map((n) => slice.entities[n]).map(([id, name]) => ({ id, name })));
  const township = townships.map(({ name }) => name).join('、');
  const url = page + (anchor && `#${anchor}`);
  return { issue, date, url, title, section, township, townships, companies, score, ...excerpt(blocks, terms) };
};

/** @type {Fn['answerTo']} */
const answerTo = async (index, typed, options = {}) => {
  const began = performance.now();
  const { offset = 0, limit = 20, entities: meant = true, facets: counted = true } = options;
  const answer = await evaluate(index, typed, options);
  const { mode, places, scores, rungs } = answer;
  const page = places.slice(offset, offset + (limit || Infinity));
  const termsAt = (at = 0) => rungs.filter(({ end }) => at < end)[0].terms;
  const [results, entities, facets] = await Promise.all([
    Promise.all(page.map((place, i) => resultOf(index, place, scores[place], termsAt(offset + i)))),
    meant ? entitiesOf(index, answer) : null,
    counted ? facetsOf(index, answer) : null,
  ]);
  const literal_total = mode === 'literal' ? rungs[0].end : 0;
  const elapsed_ms = Math.round(performance.now() - began);
  return { query: typed, mode, total: places.length, literal_total, offset, elapsed_ms, entities, facets, results };
};

/** @type {Fn['searcher']} */
const searcher = (load) => {
  const begin = async (suffix = '') => openIndex(await load('start', suffix), load);
  // At once, while the page's own tag brings the root; that it is missing is said when something is asked.
  let opening = begin();
  opening.catch(String);
  return async (typed, options) => {
    try {
      return await answerTo(await opening, typed, options);
    } catch (/** @type {any} */ error) {
      if (!error.shard) {
        throw error;
      }
      // A file is gone: the site may have been renewed since its root was read.
      const renewed = begin(`?fresh=${Date.now()}`);
      const answer = await answerTo(await renewed, typed, options);
      opening = renewed;
      return answer;
    }
  };
};

window.tongbao = Object.assign(window.tongbao || {}, {
  put: (/** @type {any} */ payload) => (waiting.get(document.currentScript) || String)(payload),
  search: searcher(loadScript),
  searching: { folder },
});
