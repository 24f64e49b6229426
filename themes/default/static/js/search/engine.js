// A query → its results: the ladder of literal, words and segmented search; filters, order, facets.

/** @param {string} option @param {unknown} value @returns {never} */
function refuse(option, value) {
  throw new Error(`unknown ${option}: ${value}`);
}

/**
 * Scores and classes of the open places that have a text of every group; the other places are closed.
 * @param {Hits[][]} groups
 * @param {Uint8Array} open by place, changed
 * @param {boolean} byFirst whether the class is that of the first group, not of the worst
 */
function combine(groups, open, byFirst) {
  const units = open.length;
  const scores = new Float64Array(units);
  const kinds = new Uint8Array(units);
  const none = 9;
  groups.forEach((group, g) => {
    const best = new Uint8Array(units).fill(none);
    const products = new Float64Array(units);
    for (const { places, levels, kinds: own } of group) {
      const byLevel = [0, 1, 2, 3].map((of) => product(places.length, units, of));
      for (let i = 0; i < places.length; i += 1) {
        const place = places[i];
        const score = byLevel[levels[i]];
        if (own[i] < best[place] || (own[i] === best[place] && score > products[place])) {
          best[place] = own[i];
          products[place] = score;
        }
      }
    }
    for (let place = 0; place < units; place += 1) {
      scores[place] += products[place];
      if (best[place] === none) {
        open[place] = 0;
      } else if (best[place] > kinds[place] && (g === 0 || !byFirst)) {
        kinds[place] = best[place];
      }
    }
  });
  return { scores, kinds };
}

/** The marked places in their order. @param {Uint8Array} marks @param {(place: number) => number} [key] */
function order(marks, key) {
  let count = 0;
  const keys = new Float64Array(marks.length);
  for (let place = 0; place < marks.length; place += 1) {
    if (marks[place]) {
      keys[count++] = key ? key(place) : place;
    }
  }
  return Int32Array.from(key ? keys.subarray(0, count).sort().map(placeOf) : keys.subarray(0, count));
}

/** @param {ReturnType<typeof openIndex>} index */
function engine(index) {
  const { start } = index;
  const { units } = start;
  const fold = (/** @type {string} */ text) => index.folded(text).text;
  /** @type {Map<string, Promise<Answer>>} the last ones, for further pages and for facets */
  const answers = new Map();

  /** Numbers of the entities with an id or name. @param {Filter} filter */
  async function named({ key, value }) {
    const rows = await index.names([0, 3], value, (name) => name === value);
    return rows.filter(({ entity }) => entity[1] === (key === 'company' ? 1 : 0)).map(({ entity }) => entity[0]);
  }

  /** @param {Filter} filter */
  async function exists(filter) {
    const all = filter.key === 'issue' ? (await index.issues()).filter(({ id }) => id === filter.value) : await named(filter);
    return all.length > 0;
  }

  /** Marks the places that pass. @param {Filter} filter @param {Uint8Array} marks */
  async function mark(filter, marks) {
    const { key, value } = filter;
    if (key === 'township' || key === 'company') {
      const lists = await Promise.all((await named(filter)).map(index.sectionsOf));
      lists.forEach((places) => places.forEach((place) => (marks[place] = 1)));
      return;
    }
    const [from, to] = value.split('..');
    for (const issue of await index.issues()) {
      const passes = key === 'date' ? issue.date >= from && (!to || issue.date <= to) : value === issue[key === 'year' ? key : 'number'];
      if (passes || (key === 'issue' && issue.id === value)) {
        marks.fill(1, issue.first, issue.end);
      }
    }
  }

  /** Marks of the places that pass a filter of each group and hold no excluded text. @param {Filter[][]} groups @param {string[]} not */
  async function allow(groups, not) {
    const allowed = new Uint8Array(units).fill(1);
    const masks = groups.map(async (filters) => {
      const marks = new Uint8Array(units);
      await Promise.all(filters.map((filter) => mark(filter, marks)));
      marks.forEach((passes, place) => (allowed[place] &= passes));
    });
    const excluded = not.map(async (text) => (await index.hits(text)).places.forEach((place) => (allowed[place] = 0)));
    await Promise.all([...masks, ...excluded]);
    return allowed;
  }

  /** The filters beside a query. @param {SearchOptions} options @returns {Promise<Filter[]>} */
  async function chosen({ township, company, year, from, to }) {
    /** @type {Filter[]} */
    const filters = [];
    for (const [key, value] of /** @type {[FilterKey, string?][]} */ ([['township', township], ['company', company]])) {
      const filter = { key, value: fold((value || '').normalize('NFC')) };
      filters.push(...(!value ? [] : (await exists(filter)) ? [filter] : refuse(key, value)));
    }
    if (year) {
      filters.push(/^\d{4}$/.test(String(year)) ? { key: 'year', value: String(year) } : refuse('year', year));
    }
    for (const range of [from && `${from}..`, to && `..${to}`]) {
      filters.push(...(range ? [{ key: /** @type {FilterKey} */ ('date'), value: dates(range) || refuse('date', range) }] : []));
    }
    return filters;
  }

  /** Groups of words, with their synonyms, for a query that stands nowhere as typed. @param {Query} query */
  async function segments({ parts, plain }) {
    const cuts = parts.map(async (part, i) => {
      const words = i < plain ? await index.words(part) : [];
      return i < plain ? cut(part, (at) => words[at]) : [part];
    });
    const terms = [...new Set((await Promise.all(cuts)).flat())];
    const groups = terms.map((term) => [...new Set([term, ...start.synonyms.filter((group) => group.includes(term)).flat()])]);
    const same = parts.length === 1 && groups.length === 1 && groups[0].length === 1 && terms[0] === parts[0];
    return same ? [] : groups;
  }

  /** @param {Query} query @param {Filter[]} options @param {boolean} byDate @returns {Promise<Answer>} */
  async function evaluate({ literal, quoted, ...query }, options, byDate) {
    const keys = new Set(query.filters.map(({ key }) => key));
    const groups = [...options.map((one) => [one]), ...Array.from(keys, (key) => query.filters.filter((one) => one.key === key))];
    const allowing = allow(groups, query.not);
    /** @type {Rung[]} */
    const rungs = [];
    /** @param {string} mode @param {string[][]} terms groups @param {boolean} byFirst */
    async function climb(mode, terms, byFirst) {
      const [allowed, ...hits] = await Promise.all([allowing, ...terms.map((group) => Promise.all(group.map(index.hits)))]);
      const open = allowed.slice();
      rungs.forEach(({ places }) => places.forEach((place) => (open[place] = 0)));
      const { scores, kinds } = combine(hits, open, byFirst);
      const places = order(open, byDate ? undefined : (place) => sortKey(kinds[place], scores[place], place));
      if (places.length) {
        rungs.push({ mode, places, terms: terms.flat(), scores });
      }
    }
    const { parts } = query;
    if (!literal) {
      await (groups.length ? climb('filter', [], false) : 0);
      return { rungs, mode: groups.length ? 'filter' : 'none', words: [] };
    }
    const alone = (/** @type {string} */ term) => [term];
    await climb('literal', [literal, ...quoted].map(alone), true);
    if (parts.length > 1 && (!rungs.length || parts.every((part) => Array.from(part).length > 1))) {
      await climb('words', parts.map(alone), false);
    }
    const terms = rungs.length || !parts.length ? [] : await segments({ literal, quoted, ...query });
    await (terms.length ? climb('segmented', terms, false) : 0);
    const mode = rungs.length ? rungs[0].mode : 'none';
    return { rungs, mode, words: mode === 'words' ? parts : mode === 'segmented' ? terms.flat() : [] };
  }

  /** The companies and townships that a query seems to name. @param {string} literal @param {string[]} words */
  async function entities(literal, words) {
    /** @type {Map<number, { rank: number, entity: EntityRow }>} */
    const found = new Map();
    /** @param {string} text @param {number} rank @param {number[]} kinds @param {boolean} whole */
    async function offer(text, rank, kinds, whole) {
      for (const { key, entity } of await index.names(kinds, text, (name) => (whole ? name === text : name.startsWith(text)))) {
        const own = key === text ? rank : rank + 1;
        const other = found.get(entity[0]);
        if (!other || own < other.rank) {
          found.set(entity[0], { rank: own, entity });
        }
      }
    }
    const letters = literal.replace(/[ '-]/g, '');
    await Promise.all([
      literal && offer(literal, 0, [0], false),
      /^[a-z0-9]+$/.test(letters) && offer(letters, 2, [1, 2], letters.length < 2),
      ...words.filter((word) => Array.from(word).length > 1).map((word) => offer(word, 4, [0], true)),
    ]);
    const sorted = [...found.values()].sort((a, b) => a.rank - b.rank || a.entity[0] - b.entity[0]).slice(0, 10);
    return sorted.map(({ entity: [, of, id, name] }) => {
      const [kind, folder_] = of ? ['company', 'companies'] : ['township', 'townships'];
      return { kind, id, name, url: `${folder_}/${id}/index.html` };
    });
  }

  /** Counts over all results. @param {Uint8Array} marks by place @returns {Promise<Facets>} */
  async function facets(marks) {
    const all = Array.from({ length: (units + 1023) >> 10 }, (_, block) => block);
    const blocks = all.filter((block) => marks.subarray(block << 10, (block + 1) << 10).includes(1));
    const near = blocks.length > 16 ? [] : blocks; // too scattered else
    const [issues, townships, ...companies] = await Promise.all([index.issues(), index.townships(), ...near.map(index.companies)]);
    /** @type {Map<any, number>[]} */
    const [byTownship, byCompany, byYear, bySeries] = [new Map(), new Map(), new Map(), new Map()];
    /** @param {Map<any, number>} counts @param {any} value */
    const count = (counts, value, by = 1) => counts.set(value, (counts.get(value) || 0) + by);
    for (const { first, end, year, series } of issues) {
      let found = 0;
      for (let place = first; place < end; place += 1) {
        if (marks[place]) {
          found += 1;
          townships[place].forEach((number) => count(byTownship, number));
        }
      }
      if (found) {
        count(byYear, year, found);
        count(bySeries, series, found);
      }
    }
    companies.forEach((sections, i) =>
      sections.forEach((numbers, at) => marks[(near[i] << 10) + at] && numbers.forEach((number) => count(byCompany, number))),
    );
    /** @param {Map<number, number>} counts @param {number} [most] */
    const entityCounts = (counts, most) => {
      const sorted = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most);
      return Promise.all(sorted.map(async ([number, of]) => ({ id: (await index.entity(number))[1], count: of })));
    };
    const [township, company] = await Promise.all([entityCounts(byTownship), entityCounts(byCompany, 10)]);
    const year = [...byYear].map(([id, of]) => ({ id, count: of })).sort((a, b) => b.id - a.id);
    const series = start.series.map(({ id }) => ({ id, count: bySeries.get(id) || 0 })).filter((one) => one.count);
    return { township, company, year, series };
  }

  /** @param {number} place @param {Rung} rung @returns {Promise<SearchResult>} */
  async function result(place, { terms, scores }) {
    const { slice, blocks, i, u: url, h: section, t, c } = await index.unit(place);
    const [issue, date, title] = slice.issues[i];
    const [townships, companies] = [t, c].map((all) => all.map((n) => ({ id: slice.entities[n][0], name: slice.entities[n][1] })));
    const township = townships.map(({ name }) => name).join('、');
    const score = scores[place];
    return { issue, date, url, title, section, township, townships, companies, score, ...excerpt(blocks, terms) };
  }

  /** @param {string} typed @param {SearchOptions} options @returns {Promise<SearchAnswer>} */
  async function search(typed, options) {
    const began = performance.now();
    /** @type {Map<string, Promise<boolean>>} */
    const asked = new Map();
    parseQuery(typed, fold, (key, value) => !asked.set(key + value, exists({ key, value })));
    const [filters, ...found] = await Promise.all([chosen(options), ...asked.values()]);
    const existing = [...asked.keys()].filter((_, i) => found[i]);
    const query = parseQuery(typed, fold, (key, value) => existing.includes(key + value));
    const byDate = options.sort === 'date';
    const name = JSON.stringify([query, filters, byDate]);
    const answering = answers.get(name) || evaluate(query, filters, byDate);
    answers.delete(name);
    [...answers.keys()].slice(0, -7).forEach((old) => answers.delete(old));
    answers.set(name, answering);
    answering.catch(() => answers.delete(name));
    const { mode, rungs, words } = await answering;

    const { offset = 0, limit = 20 } = options;
    /** @type {Promise<SearchResult>[]} */
    const page = [];
    const all = new Uint8Array(units);
    let total = 0;
    for (const rung of rungs) {
      const [from, to] = [offset, limit ? offset + limit : Infinity].map((at) => Math.max(0, at - total));
      page.push(...Array.from(rung.places.slice(from, to), (place) => result(place, rung)));
      rung.places.forEach((place) => (all[place] = 1));
      total += rung.places.length;
    }
    const [results, meant, counts] = await Promise.all([
      Promise.all(page),
      options.entities === false ? null : entities(query.literal, words),
      options.facets === false ? null : facets(all),
    ]);
    const literal = mode === 'literal' ? rungs[0].places.length : 0;
    const elapsed = Math.round(performance.now() - began);
    return { query: typed, mode, total, literal_total: literal, offset, elapsed_ms: elapsed, entities: meant, facets: counts, results };
  }

  return { start, search };
}

/**
 * A search over the files that `load` brings. A missing one may mean that the site was renewed since its
 * root was read: then the root is read anew, once.
 * @param {Load} load
 */
function searcher(load) {
  /** @param {string} [suffix] */
  const begin = async (suffix) => engine(openIndex(await load('start', suffix), load));
  /** @type {ReturnType<typeof begin> | null} */
  let opening = null;
  /** @type {Tongbao['search']} */
  return async (typed, options = {}) => {
    opening = opening || begin();
    opening.catch(() => (opening = null));
    const { start, search } = await opening;
    try {
      return await search(typed, options);
    } catch (error) {
      const fresh = /** @type {any} */ (error).shard ? await begin(`?fresh=${Date.now()}`) : null;
      if (!fresh || JSON.stringify([fresh.start.set, fresh.start.text]) === JSON.stringify([start.set, start.text])) {
        throw error;
      }
      opening = Promise.resolve(fresh);
      return fresh.search(typed, options);
    }
  };
}

window.tongbao = Object.assign(window.tongbao || {}, {
  put,
  search: searcher(loadScript),
  searching: { folder, parseQuery, cut, impact, level, weight, log2x16, idf, product, excerpt, searcher, openIndex, Bits },
});
