// A query → its results: the ladder of literal, words and segmented search; filters, order, facets.
/** @type {FilterKey[]} */
const KINDS = ['township', 'company'];
/** What of an issue a filter looks at. @type {Record<string, ('date' | 'year' | 'number' | 'id')[]>} */
const FIELDS = { date: ['date'], year: ['year'], issue: ['number', 'id'] };

/** Adds what the page shows and the JSON has not. @type {Fn['withAside']} */
const withAside = (data, name, value) => Object.defineProperty(data, name, { value });

/** @type {Fn['joined']} */
const joined = (lists) => {
  const all = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
};

/** @type {Fn['combine']} */
const combine = (groups, open, byFirst) => {
  const units = open.length;
  const [found, scores, kinds] = [open.slice(), new Float64Array(units), new Uint8Array(units)];
  groups.forEach((group, g) => {
    const best = new Float64Array(units).fill(Infinity);
    for (const { places, levels, kinds: own } of group) {
      const products = [0, 1, 2, 3].map((of) => product(places.length, units, of));
      places.forEach((place, i) => (best[place] = Math.min(best[place], worth(own[i], products[levels[i]]))));
    }
    best.forEach((least, place) => {
      const kind = Math.ceil(least / CLASS);
      found[place] &= Number(least < Infinity);
      scores[place] += kind * CLASS - least;
      kinds[place] = g && byFirst ? kinds[place] : Math.max(kinds[place], kind);
    });
  });
  return { found, scores, kinds };
};

/** @type {Fn['engine']} */
const engine = (index) => {
  const { start, fold } = index;
  const { units, synonyms } = start;
  const is = (text = '') => (name = '') => name === text;
  const begins = (text = '') => (name = '') => name.startsWith(text);

  /** Marks of the places in some lists. @param {Places[]} lists */
  const marked = (lists) => {
    const marks = new Uint8Array(units);
    lists.forEach((places) => places.forEach((place) => (marks[place] = 1)));
    return marks;
  };

  /** The places of each township, company or issue that a filter means. @param {Filter} filter @returns {Promise<Places[]>} */
  const meant = async ({ key, value }) => {
    if (KINDS.includes(key)) {
      const rows = await index.names([0, 3], value, is(value));
      return Promise.all(rows.filter(({ entity }) => KINDS[entity[1]] === key).map(({ entity }) => index.sectionsOf(entity[0])));
    }
    const [from, to = from] = key === 'date' ? value.split('..') : [value];
    const fits = (text = '') => text >= from && (!to || text <= to);
    const issues = (await index.issues()).filter((issue) => FIELDS[key].some((field) => fits(issue[field])));
    return issues.map(({ first, end }) => Array.from({ length: end - first }, (_, i) => first + i));
  };
  /** @param {FilterKey} key @param {string} value */
  const known = async (key, value) => (await meant({ key, value })).length > 0;

  /** Marks of the places that pass every group of filters and hold no excluded text. @param {Filter[][]} groups @param {string[]} not */
  const allow = async (groups, not) => {
    const excluding = Promise.all(not.map(async (text) => (await index.hits(text)).places));
    const passing = groups.map(async (group) => (await Promise.all(group.map(meant))).flat());
    const [excluded, ...required] = (await Promise.all([excluding, ...passing])).map(marked);
    return excluded.map((out, place) => Number(!out && required.every((marks) => marks[place])));
  };

  /** A filter beside the query. @param {[key: FilterKey, typed: any]} asked */
  const chosen = async ([key, typed]) => {
    const value = await filterValue(key, fold(String(typed).normalize('NFC')), known);
    if (value === null) {
      throw new Error(`unknown ${key}: ${typed}`);
    }
    return { key, value };
  };

  /** Words with their synonyms, for a query that stands nowhere as typed. @param {string[]} parts @param {number} plain */
  const segments = async (parts, plain) => {
    const others = synonyms.flat().filter(isLong);
    const cuts = parts.slice(0, plain).map(async (part) => {
      const [chars, words] = [Array.from(part), await index.words(part)];
      return cut(part, (at) => {
        const rest = chars.slice(at).join('');
        return [...words[at], ...others.filter((word) => rest.startsWith(word)).map((word) => Array.from(word).length)];
      });
    });
    const terms = new Set([...(await Promise.all(cuts)).flat(), ...parts.slice(plain)]);
    return Array.from(terms, (term) => [...new Set([term, ...synonyms.filter((group) => group.includes(term)).flat()])]);
  };

  /** The rungs that have results. @param {Query} query @param {Filter[]} beside @param {boolean} byDate */
  const climb = async ({ literal, quoted, parts, plain, filters, not }, beside, byDate) => {
    const keys = [...new Set(filters.map(({ key }) => key))];
    const required = [...beside.map((one) => [one]), ...keys.map((key) => filters.filter((one) => one.key === key))];
    const opening = allow(required, not);
    /** @type {Rung[]} */
    const rungs = [];
    /** @param {string} mode @param {string[][]} groups a result has a text of each */
    const take = async (mode, groups) => {
      const [open, ...hits] = await Promise.all([opening, ...groups.map((group) => Promise.all(group.map(index.hits)))]);
      const { found, scores, kinds } = combine(hits, open, mode === 'literal');
      /** Places of equal worth. @type {Map<number, number[]>} */
      const equals = new Map();
      found.forEach((is, place) => {
        const key = byDate ? 0 : worth(kinds[place], scores[place]);
        const same = equals.get(key) || [];
        if (is) {
          same.push(place);
          equals.set(key, same);
        }
      });
      const places = joined([...equals].sort((a, b) => a[0] - b[0]).map(([, same]) => same));
      places.forEach((place) => (open[place] = 0));
      rungs.push(...(places.length || mode === 'filter' ? [{ mode, places, terms: groups.flat(), found, scores }] : []));
    };
    const alone = (text = '') => [text];
    if (literal) {
      await take('literal', [literal, ...quoted].map(alone));
    } else if (required.length) {
      await take('filter', []);
    }
    if (parts.length > 1 && (!rungs.length || parts.every(isLong))) {
      await take('words', parts.map(alone));
    }
    const groups = rungs.length ? [] : await segments(parts, plain);
    if (groups.length) {
      await take('segmented', groups);
    }
    return rungs;
  };

  /** The companies and townships that a query seems to name. @param {string} literal @param {string[]} words */
  const suggest = async (literal, words) => {
    /** @param {number} rank @param {number[]} kinds @param {string} text @param {(name: string) => boolean} fits */
    const offer = async (rank, kinds, text, fits) =>
      (await index.names(kinds, text, fits)).map(({ key, entity }) => {
        const found = kinds[0] || key === fold(entity[3]) ? '' : key;
        return { entity, found, rank: key === text ? rank : rank + 1 };
      });
    const letters = literal.replace(/[ '-]/g, '');
    const offers = await Promise.all([
      literal ? offer(0, [0], literal, begins(literal)) : [],
      /^[a-z0-9]+$/.test(letters) ? offer(2, [1, 2], letters, isLong(letters) ? begins(letters) : is(letters)) : [],
      ...words.filter(isLong).map((word) => offer(4, [0], word, is(word))),
    ]);
    const sorted = offers.flat().sort((a, b) => a.rank - b.rank || a.entity[0] - b.entity[0] || a.found.length - b.found.length);
    const seen = new Set();
    const first = sorted.filter(({ entity: [number] }) => !seen.has(number) && seen.add(number));
    return first.slice(0, 10).map(({ entity: [, kind, id, name], found }) => {
      const url = `${['townships', 'companies'][kind]}/${id}/index.html`;
      return withAside({ kind: KINDS[kind], id, name, url }, 'found', found);
    });
  };

  /** Counts over all results. @param {Uint8Array} marks @returns {Promise<Facets>} */
  const count = async (marks) => {
    const inBlock = (block = 0) => marks.subarray(block << 7, (block + 1) << 7);
    const blocks = Array.from({ length: (units + 127) >> 7 }, (_, block) => block).filter((block) => inBlock(block).includes(1));
    const near = blocks.length > start.near ? [] : blocks; // too scattered else
    const [{ townships, runs }, ...companies] = await Promise.all([index.facets(), ...near.map(index.companies)]);
    let end = 0;
    const ofRuns = runs.map((run) => marks.subarray(end, (end += run.units)).reduce((sum, is) => sum + is, 0));
    /** @param {any[][]} lists of values @param {ArrayLike<number>} weights of each list's */
    const tally = (lists, weights) => {
      const counts = new Map();
      lists.forEach((values, i) => values.forEach((value) => counts.set(value, (counts.get(value) || 0) + weights[i])));
      return Array.from(counts, ([id, count]) => ({ id, count })).filter(({ count }) => count);
    };
    /** @param {{ id: number, count: number }[]} rows @param {number} [most] */
    const named = (rows, most) => {
      const sorted = rows.sort((a, b) => b.count - a.count || a.id - b.id).slice(0, most);
      return Promise.all(
        sorted.map(async ({ id: number, count }) => {
          const [, id, name] = await index.entity(number);
          return withAside({ id, count }, 'name', name);
        }),
      );
    };
    const [township, company] = await Promise.all([
      named(tally(townships, marks)),
      named(tally(companies.flat(), near.flatMap((block) => [...inBlock(block)])), 10),
    ]);
    const year = tally(runs.map((run) => [run.year]), ofRuns).sort((a, b) => b.id - a.id);
    const series = tally(runs.map((run) => [run.series]), ofRuns);
    return { township, company, year, series: start.series.flatMap((one) => series.filter(({ id }) => id === one.id)) };
  };

  /** @param {number} place @param {Rung[]} rungs @returns {Promise<SearchResult>} */
  const result = async (place, rungs) => {
    const [{ terms, scores }] = rungs.filter(({ found }) => found[place]);
    const { slice, blocks, i, a: anchor, h: section, t, c } = await index.unit(place);
    const [issue, date, title, page] = slice.issues[i];
    const url = page + (anchor && `#${anchor}`);
    const entities = slice.entities.map(([id, name]) => ({ id, name }));
    const [townships, companies] = [t, c].map((all) => all.map((n) => entities[n]));
    const township = townships.map(({ name }) => name).join('、');
    return { issue, date, url, title, section, township, townships, companies, score: scores[place], ...excerpt(blocks, terms) };
  };

  /** @type {Tongbao['search']} */
  const search = async (typed, { township, company, year, from, to, limit = 20, offset = 0, sort, ...wanted } = {}) => {
    const began = performance.now();
    /** @type {[FilterKey, any][]} */
    const beside = [['township', township], ['company', company], ['year', year], ['date', from && `${from}..`], ['date', to && `..${to}`]];
    const choosing = Promise.all(beside.filter(([, value]) => value).map(chosen));
    const [query, filters] = await Promise.all([parseQuery(typed, fold, known), choosing]);
    const rungs = await climb(query, filters, sort === 'date');
    const { mode, terms } = rungs[0] || { mode: 'none', terms: [] };
    const places = joined(rungs.map((rung) => rung.places));
    const shown = Array.from(places.slice(offset, limit ? offset + limit : undefined));
    const [results, entities, facets] = await Promise.all([
      Promise.all(shown.map((place) => result(place, rungs))),
      wanted.entities === false ? null : suggest(query.literal, mode === 'words' || mode === 'segmented' ? terms : []),
      wanted.facets === false ? null : count(marked([places])),
    ]);
    return {
      query: typed,
      mode,
      total: places.length,
      literal_total: mode === 'literal' ? rungs[0].places.length : 0,
      offset,
      elapsed_ms: Math.round(performance.now() - began),
      entities,
      facets,
      results,
    };
  };

  return { version: String([start.set, start.texts]), search };
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
    const { version, search } = await open();
    try {
      return await search(typed, options);
    } catch (/** @type {any} */ error) {
      // A file is gone: the site may have been renewed since its root was read.
      const fresh = error.shard ? await begin(`?fresh=${Date.now()}`) : null;
      if (!fresh || fresh.version === version) {
        throw error;
      }
      opening = Promise.resolve(fresh);
      return fresh.search(typed, options);
    }
  };
};

window.tongbao = Object.assign(window.tongbao || {}, {
  put: (/** @type {string} */ path, /** @type {any} */ payload) => (waiting.get(path) || String)(payload),
  search: searcher(loadScript),
  searching: { folder, parseQuery, cut, impact, level, weight, log2x16, idf, product, excerpt, searcher, Bits },
});
