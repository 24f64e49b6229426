// A query → its results: the ladder of literal, words and segmented search; filters, order, facets.
/** @type {Fn['combine']} */
const combine = (groups, open, byFirst) => {
  const units = open.length;
  const [scores, kinds] = [new Float64Array(units), new Uint8Array(units)];
  const none = 9;
  groups.forEach((group, g) => {
    const [best, products] = [new Uint8Array(units).fill(none), new Float64Array(units)];
    for (const { places, levels, kinds: own } of group) {
      const byLevel = [0, 1, 2, 3].map((of) => product(places.length, units, of));
      places.forEach((place, i) => {
        const score = byLevel[levels[i]];
        if (own[i] < best[place] || (own[i] === best[place] && score > products[place])) {
          best[place] = own[i];
          products[place] = score;
        }
      });
    }
    for (let place = 0; place < units; place += 1) {
      scores[place] += products[place];
      open[place] &= best[place] === none ? 0 : 1;
      kinds[place] = g && byFirst ? kinds[place] : Math.max(kinds[place], best[place]);
    }
  });
  return { scores, kinds };
};

/** @type {Fn['engine']} */
const engine = (index) => {
  const { start, fold } = index;
  const { units } = start;
  /** @type {Map<string, Promise<Answer>>} the last ones, for further pages and for facets */
  const answers = new Map();

  /** Numbers of the entities with an id or name. @param {Filter} filter */
  const named = async ({ key, value }) => {
    const rows = await index.names([0, 3], value, (name) => name === value);
    return rows.filter(({ entity }) => entity[1] === (key === 'company' ? 1 : 0)).map(({ entity }) => entity[0]);
  };
  /** @param {Filter} filter */
  const exists = async (filter) =>
    filter.key === 'issue' ? (await index.issues()).some(({ id }) => id === filter.value) : (await named(filter)).length > 0;

  /** Marks of the places that pass one of the filters. @param {Filter[]} filters */
  const passing = async (filters) => {
    const marks = new Uint8Array(units);
    for (const filter of filters) {
      const { key, value } = filter;
      const entity = key === 'township' || key === 'company';
      for (const places of entity ? await Promise.all((await named(filter)).map(index.sectionsOf)) : []) {
        places.forEach((place) => (marks[place] = 1));
      }
      const [from, to] = value.split('..');
      for (const { first, end, date, id, ...issue } of entity ? [] : await index.issues()) {
        const passes = key === 'date' ? date >= from && (!to || date <= to) : value === issue[key === 'year' ? key : 'number'] || value === id;
        marks.fill(1, first, passes ? end : first);
      }
    }
    return marks;
  };

  /** Marks of the places that pass every group of filters and hold no excluded text. @param {Filter[][]} groups @param {string[]} not */
  const allow = async (groups, not) => {
    const allowed = new Uint8Array(units).fill(1);
    const excluded = Promise.all(not.map(index.hits));
    for (const marks of await Promise.all(groups.map(passing))) {
      marks.forEach((passes, place) => (allowed[place] &= passes));
    }
    for (const { places } of await excluded) {
      places.forEach((place) => (allowed[place] = 0));
    }
    return allowed;
  };

  /** The filters beside a query. @param {SearchOptions} options */
  const chosen = async ({ township, company, year, from, to }) => {
    const given = { township, company, year };
    const dates = [from && `${from}..`, to && `..${to}`].map((date) => ['date', date]);
    const asked = [...Object.entries(given), ...dates].filter(([, value]) => value);
    return Promise.all(
      asked.map(async ([name, typed]) => {
        const key = /** @type {FilterKey} */ (name);
        const filter = { key, value: fold(String(typed).normalize('NFC')) };
        const known = key === 'township' || key === 'company' ? await exists(filter) : false;
        const value = filterValue(key, filter.value, () => known);
        if (value === null) {
          throw new Error(`unknown ${name}: ${typed}`);
        }
        return { key, value };
      }),
    );
  };

  /** Words with their synonyms, for a query that stands nowhere as typed. @param {Query} query */
  const segments = async ({ parts, plain }) => {
    const synonyms = start.synonyms.flat().map((word) => Array.from(word));
    const cuts = parts.map(async (part, i) => {
      const chars = Array.from(part);
      const words = i < plain ? await index.words(part) : [];
      const begins = (/** @type {string[]} */ word, at = 0) => word.length > 1 && word.every((c, n) => c === chars[at + n]);
      const wordsAt = (at = 0) => [...words[at], ...synonyms.filter((word) => begins(word, at)).map((word) => word.length)];
      return i < plain ? cut(part, wordsAt) : [part];
    });
    const terms = new Set((await Promise.all(cuts)).flat());
    const groups = Array.from(terms, (term) => [...new Set([term, ...start.synonyms.filter((group) => group.includes(term)).flat()])]);
    return parts.length === 1 && groups.flat().length === 1 && terms.has(parts[0]) ? [] : groups;
  };

  /** @param {Query} query @param {Filter[]} options @param {boolean} byDate @returns {Promise<Answer>} */
  const evaluate = async (query, options, byDate) => {
    const { literal, quoted, parts, filters, not } = query;
    const keys = new Set(filters.map(({ key }) => key));
    const groups = [...options.map((one) => [one]), ...Array.from(keys, (key) => filters.filter((one) => one.key === key))];
    const allowing = allow(groups, not);
    /** @type {Rung[]} */
    const rungs = [];
    /** @param {string} mode @param {string[][]} terms */
    const climb = async (mode, terms) => {
      const [allowed, ...hits] = await Promise.all([allowing, ...terms.map((group) => Promise.all(group.map(index.hits)))]);
      const open = allowed.slice();
      rungs.forEach(({ places }) => places.forEach((place) => (open[place] = 0)));
      const { scores, kinds } = combine(hits, open, mode === 'literal');
      /** @type {Map<number, number[]>} equals among each other, by place */
      const equals = new Map();
      for (let place = 0; place < units; place += 1) {
        if (open[place]) {
          const key = byDate ? 0 : sortKey(kinds[place], scores[place]);
          const same = equals.get(key);
          if (same) {
            same.push(place);
          } else {
            equals.set(key, [place]);
          }
        }
      }
      const sorted = [...equals].sort((a, b) => a[0] - b[0]).map(([, same]) => same);
      const places = new Int32Array(sorted.reduce((sum, same) => sum + same.length, 0));
      let filled = 0;
      for (const same of sorted) {
        places.set(same, filled);
        filled += same.length;
      }
      rungs.push(...(places.length ? [{ mode, places, terms: terms.flat(), scores }] : []));
    };
    const alone = (term = '') => [term];
    if (literal) {
      await climb('literal', [literal, ...quoted].map(alone));
    } else if (groups.length) {
      await climb('filter', []);
    }
    if (parts.length > 1 && (!rungs.length || parts.every((part) => Array.from(part).length > 1))) {
      await climb('words', parts.map(alone));
    }
    const terms = rungs.length ? [] : await segments(query);
    if (terms.length) {
      await climb('segmented', terms);
    }
    return { rungs, mode: rungs.length ? rungs[0].mode : groups.length && !literal ? 'filter' : 'none' };
  };

  /** The companies and townships that a query seems to name. @param {Query} query @param {Answer} answer */
  const entities = async ({ literal }, { mode, rungs }) => {
    /** @type {Map<number, { rank: number, entity: EntityRow, name: string }>} name: by which it was found, if by one */
    const found = new Map();
    /** @param {string} text @param {number} rank @param {number[]} kinds @param {boolean} whole */
    const offer = async (text, rank, kinds, whole) => {
      for (const { key, entity } of await index.names(kinds, text, (name) => (whole ? name === text : name.startsWith(text)))) {
        const own = key === text ? rank : rank + 1;
        const other = found.get(entity[0]);
        if (!other || own < other.rank) {
          found.set(entity[0], { rank: own, entity, name: kinds[0] ? '' : key });
        }
      }
    };
    const letters = literal.replace(/[ '-]/g, '');
    const words = mode === 'words' || mode === 'segmented' ? rungs[0].terms : [];
    await Promise.all([
      literal && offer(literal, 0, [0], false),
      /^[a-z0-9]+$/.test(letters) && offer(letters, 2, [1, 2], letters.length < 2),
      ...words.map((word) => Array.from(word).length > 1 && offer(word, 4, [0], true)),
    ]);
    const sorted = [...found.values()].sort((a, b) => a.rank - b.rank || a.entity[0] - b.entity[0]).slice(0, 10);
    return sorted.map(({ entity: [, company, id, name], name: other }) => {
      const [kind, under] = company ? ['company', 'companies'] : ['township', 'townships'];
      const row = { kind, id, name, url: `${under}/${id}/index.html` };
      // Shown on the page only, where it explains why an entity with another name stands there.
      return Object.defineProperty(row, 'found', { value: fold(name).includes(other) ? '' : other });
    });
  };

  /** Counts over all results. @param {Uint8Array} marks by place @returns {Promise<Facets>} */
  const facets = async (marks) => {
    const blocks = Array.from({ length: (units + 127) >> 7 }, (_, block) => block);
    const touched = blocks.filter((block) => marks.subarray(block << 7, (block + 1) << 7).includes(1));
    const near = touched.length > start.near ? [] : touched; // too scattered else
    const [{ townships, runs }, ...companies] = await Promise.all([index.facets(), ...near.map(index.companies)]);
    /** @type {Map<any, number>[]} */
    const [byTownship, byCompany, byYear, bySeries] = [new Map(), new Map(), new Map(), new Map()];
    /** @param {Map<any, number>} counts @param {any} value */
    const count = (counts, value, by = 1) => counts.set(value, (counts.get(value) || 0) + by);
    marks.forEach((mark, place) => townships[place].forEach((number) => count(byTownship, number, mark)));
    let first = 0;
    for (const { year, series, units: all } of runs) {
      const found = marks.subarray(first, (first += all)).reduce((sum, mark) => sum + mark, 0);
      count(byYear, year, found);
      count(bySeries, series, found);
    }
    companies.forEach((sections, i) =>
      sections.forEach((numbers, at) => numbers.forEach((number) => count(byCompany, number, marks[(near[i] << 7) + at]))),
    );
    /** @param {Map<any, number>} counts */
    const rows = (counts) => Array.from(counts, ([id, of]) => ({ id, count: of })).filter((row) => row.count);
    /** @param {Map<any, number>} counts @param {number} [most] */
    const ids = (counts, most) => {
      const sorted = rows(counts).sort((a, b) => b.count - a.count || a.id - b.id).slice(0, most);
      return Promise.all(
        sorted.map(async (row) => {
          const [, id, name] = await index.entity(row.id);
          // What the page shows is no part of the data that both sides give.
          return Object.defineProperty({ ...row, id }, 'name', { value: name });
        }),
      );
    };
    const [township, company] = await Promise.all([ids(byTownship), ids(byCompany, 10)]);
    const ordered = new Map(start.series.map(({ id }) => [id, bySeries.get(id) || 0]));
    return { township, company, year: rows(byYear).sort((a, b) => b.id - a.id), series: rows(ordered) };
  };

  /** @param {number} place @param {Rung} rung @returns {Promise<SearchResult>} */
  const result = async (place, { terms, scores }) => {
    const { slice, blocks, i, a: anchor, h: section, t, c } = await index.unit(place);
    const [issue, date, title, page] = slice.issues[i];
    const url = page + (anchor && `#${anchor}`);
    const [townships, companies] = [t, c].map((all) => all.map((n) => ({ id: slice.entities[n][0], name: slice.entities[n][1] })));
    const township = townships.map(({ name }) => name).join('、');
    return { issue, date, url, title, section, township, townships, companies, score: scores[place], ...excerpt(blocks, terms) };
  };

  /** @type {Tongbao['search']} */
  const search = async (typed, options = {}) => {
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
    const answer = await answering;

    const { offset = 0, limit = 20 } = options;
    const page = [];
    const all = new Uint8Array(units);
    let total = 0;
    for (const rung of answer.rungs) {
      const [from, to] = [offset, limit ? offset + limit : Infinity].map((at) => Math.max(0, at - total));
      page.push(...Array.from(rung.places.slice(from, to), (place) => result(place, rung)));
      (options.facets === false ? [] : rung.places).forEach((place) => (all[place] = 1));
      total += rung.places.length;
    }
    const [results, meant, counts] = await Promise.all([
      Promise.all(page),
      options.entities === false ? null : entities(query, answer),
      options.facets === false ? null : facets(all),
    ]);
    return {
      query: typed,
      mode: answer.mode,
      total,
      literal_total: answer.mode === 'literal' ? answer.rungs[0].places.length : 0,
      offset,
      elapsed_ms: Math.round(performance.now() - began),
      entities: meant,
      facets: counts,
      results,
    };
  };

  return { start, search };
};

/** @type {Fn['searcher']} */
const searcher = (load) => {
  const begin = async (suffix = '') => engine(openIndex(await load('start', suffix), load));
  /** @type {ReturnType<typeof begin> | null} */
  let opening = null;
  const open = () => {
    opening = opening || begin();
    opening.catch(() => (opening = null));
    return opening;
  };
  if (window.document) {
    open(); // the page's own tag brings the root
  }
  return async (typed, options) => {
    const { start, search } = await open();
    try {
      return await search(typed, options);
    } catch (error) {
      // A file is gone: the site may have been renewed since its root was read.
      const fresh = /** @type {any} */ (error).shard ? await begin(`?fresh=${Date.now()}`) : null;
      if (!fresh || JSON.stringify([fresh.start.set, fresh.start.texts]) === JSON.stringify([start.set, start.texts])) {
        throw error;
      }
      opening = Promise.resolve(fresh);
      return fresh.search(typed, options);
    }
  };
};

window.tongbao = Object.assign(window.tongbao || {}, {
  put: (/** @type {any} */ payload) => (waiting.get(document.currentScript) || String)(payload),
  search: searcher(loadScript),
  searching: { folder, parseQuery, cut, impact, level, weight, log2x16, idf, product, excerpt, searcher, reader, bitsOf },
});
