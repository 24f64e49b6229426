// A query → its results: the ladder of literal, words and segmented search; filters, order, facets.
/** More than a score: kind and score are one number, the less the better. */
const SPAN = 2 ** 30;

/** @type {Fn['combine']} */
const combine = (groups, open, byFirst, byDate) => {
  const units = open.length;
  const [found, scores, kinds] = [open.slice(), new Float64Array(units), new Uint8Array(units)];
  groups.forEach((group, g) => {
    const best = new Float64Array(units).fill(Infinity);
    for (const { places, levels, kinds: own } of group) {
      const products = [0, 1, 2, 3].map((of) => product(places.length, units, of));
      places.forEach((place, i) => (best[place] = Math.min(best[place], own[i] * SPAN - products[levels[i]])));
    }
    for (let place = 0; place < units; place += 1) {
      const kind = Math.ceil(best[place] / SPAN);
      if (kind === Infinity) {
        found[place] = 0;
      } else {
        scores[place] += kind * SPAN - best[place];
        kinds[place] = g && byFirst ? kinds[place] : Math.max(kinds[place], kind);
      }
    }
  });
  /** @type {number[]} with the place as the last part, so that they sort as they are: below 2^53 for a million sections */
  const keys = [];
  for (let place = 0; place < units; place += 1) {
    if (found[place]) {
      open[place] = 0;
      keys.push((byDate ? 0 : kinds[place] * SPAN - Math.min(scores[place], SPAN)) * units + place);
    }
  }
  return { places: Int32Array.from(Float64Array.from(keys).sort(), (key) => key % units), scores };
};

/** @type {Fn['engine']} */
const engine = (index) => {
  const { start, fold } = index;
  const { units, synonyms } = start;

  /** @param {Int32Array[]} lists of places */
  const marking = (lists) => {
    const marks = new Uint8Array(units);
    lists.forEach((places) => places.forEach((place) => (marks[place] = 1)));
    return marks;
  };

  /** @type {FilterOf} */
  const filterOf = async (key, text) => {
    const value = filterValue(key, text);
    if (key === 'township' || key === 'company') {
      const rows = await index.names([0, 3], value, (name) => name === value);
      const numbers = rows.filter(({ entity }) => entity[1] === Number(key === 'company')).map(({ entity }) => entity[0]);
      return numbers.length ? { key, value, marks: marking(await Promise.all(numbers.map(index.sectionsOf))) } : null;
    }
    const [from, to] = value.split('..');
    const passes = (/** @type {Issue} */ { date, year, number, id }) =>
      key === 'year' ? value === year : key === 'issue' ? value === number || value === id : date >= from && (!to || date <= to);
    const issues = value ? (await index.issues()).filter(passes) : [];
    const marks = new Uint8Array(units);
    issues.forEach(({ first, end }) => marks.fill(1, first, end));
    // An id must be there, but no number, year or date.
    return issues.length || (key === 'issue' ? /^\d+$/.test(value) : value) ? { key, value, marks } : null;
  };

  /** Words with their synonyms, for a query that stands nowhere as typed. @param {Query} query */
  const segments = async ({ parts, plain }) => {
    const others = synonyms.flat().map((word) => Array.from(word));
    const cuts = parts.map(async (part, i) => {
      const [chars, words] = [Array.from(part), i < plain ? await index.words(part) : []];
      const begins = (at = 0) => others.filter((word) => word.every((c, n) => c === chars[at + n]));
      return i < plain ? cut(part, (at) => [...words[at], ...begins(at).map(({ length }) => length)]) : part;
    });
    const terms = new Set((await Promise.all(cuts)).flat());
    const groups = Array.from(terms, (term) => [...new Set([term, ...synonyms.filter((group) => group.includes(term)).flat()])]);
    return parts.length === 1 && terms.has(parts[0]) && groups[0].length === 1 ? [] : groups; // not the query again
  };

  /** @param {string} typed @param {SearchOptions} options @returns {Promise<Answer>} */
  const evaluate = async (typed, { township, company, year, from, to, sort }) => {
    const given = Object.entries({ township, company, year, from: from && `${from}..`, to: to && `..${to}` });
    const beside = given.map(async ([key, text]) => {
      const filter = text && (await filterOf(key, fold(String(text).normalize('NFC'))));
      if (filter === null) {
        throw new Error(`unknown ${key}: ${text}`);
      }
      return filter ? [{ ...filter, key: `option ${key}` }] : [];
    });
    const [{ filters, ...query }, ...options] = await Promise.all([parseQuery(typed, fold, filterOf), ...beside]);
    const { literal, quoted, parts, not } = query;
    filters.push(...options.flat());
    const keys = [...new Set(filters.map(({ key }) => key))];
    const open = new Uint8Array(units).fill(1);
    for (const key of keys) {
      const same = filters.filter((filter) => filter.key === key); // one is enough
      open.forEach((is, place) => (open[place] = is & Number(same.some(({ marks }) => marks[place]))));
    }
    /** @type {Rung[]} */
    const rungs = [];
    /** @param {string} mode @param {string[][]} groups of texts of which one is enough */
    const climb = async (mode, groups) => {
      const [without, ...hits] = await Promise.all([not, ...groups].map((group) => Promise.all(group.map(index.hits))));
      without.forEach(({ places }) => places.forEach((place) => (open[place] = 0)));
      const rung = { mode, terms: groups.flat(), ...combine(hits, open, mode === 'literal', sort === 'date') };
      rungs.push(...(rung.places.length ? [rung] : []));
    };
    const alone = (text = '') => [text];
    if (literal) {
      await climb('literal', [literal, ...quoted].map(alone));
    } else if (keys.length) {
      await climb('filter', []);
    }
    if (parts.length > 1 && (!rungs.length || parts.every((part) => /../u.test(part)))) {
      await climb('words', parts.map(alone));
    }
    const groups = rungs.length ? [] : await segments(query);
    if (groups.length) {
      await climb('segmented', groups);
    }
    return { literal, rungs, mode: rungs[0]?.mode || (keys.length && !literal ? 'filter' : 'none') };
  };

  /** The companies and townships that a query seems to name. @param {Answer} answer */
  const named = async ({ literal, mode, rungs }) => {
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
      const row = { kind, id, name, url: `${folder}/${id}/index.html` };
      // Shown on the page only, where it explains why an entity with another name stands there.
      return Object.defineProperty(row, 'found', { value: fold(name).includes(other) ? '' : other });
    });
  };

  /** Counts over all results. @param {Answer} answer @returns {Promise<Facets>} */
  const counted = async ({ rungs }) => {
    const places = rungs.flatMap((rung) => [...rung.places]);
    const touched = [...new Set(places.map((place) => place >> 7))];
    const near = touched.length > start.near ? [] : touched; // too scattered else
    const [{ townships, runs }, ...companies] = await Promise.all([index.facets(), ...near.map(index.companies)]);
    let end = 0;
    const ends = runs.map((run) => (end += run.units));
    const own = places.map((place) => runs[countFirst(ends, (end) => end <= place)]);
    /** @template T @param {T[]} ids @returns {{ id: T, count: number }[]} */
    const tally = (ids) => {
      const counts = new Map();
      ids.forEach((id) => counts.set(id, (counts.get(id) || 0) + 1));
      return Array.from(counts, ([id, count]) => ({ id, count }));
    };
    /** @param {number[]} numbers of entities */
    const most = (numbers, limit = Infinity) => {
      const sorted = tally(numbers).sort((a, b) => b.count - a.count || a.id - b.id).slice(0, limit);
      return Promise.all(
        sorted.map(async (row) => {
          const [, id, name] = await index.entity(row.id);
          return Object.defineProperty({ ...row, id }, 'name', { value: name }); // the name for the page only
        }),
      );
    };
    const order = start.series.map(({ id }) => id);
    return {
      township: await most(places.flatMap((place) => townships[place])),
      company: await most(near.length ? places.flatMap((place) => companies[near.indexOf(place >> 7)][place & 127]) : [], 10),
      year: tally(own.map(({ year }) => year)).sort((a, b) => b.id - a.id),
      series: tally(own.map(({ series }) => series)).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
    };
  };

  /** @param {number} place @param {Rung} rung @returns {Promise<SearchResult>} */
  const result = async (place, { terms, scores }) => {
    const { slice, blocks, i, a: anchor, h: section, t, c } = await index.unit(place);
    const [issue, date, title, page] = slice.issues[i];
    const [townships, companies] = [t, c].map((all) => all.map((n) => slice.entities[n]).map(([id, name]) => ({ id, name })));
    const township = townships.map(({ name }) => name).join('、');
    const url = page + (anchor && `#${anchor}`);
    return { issue, date, url, title, section, township, townships, companies, score: scores[place], ...excerpt(blocks, terms) };
  };

  /** @type {Tongbao['search']} */
  const search = async (typed, options = {}) => {
    const began = performance.now();
    const { offset = 0, limit = 20 } = options;
    const answer = await evaluate(typed, options);
    const { mode, rungs } = answer;
    let total = 0;
    const page = rungs.flatMap((rung) => {
      const [from, to] = [offset, offset + (limit || Infinity)].map((at) => Math.max(0, at - total));
      total += rung.places.length;
      return Array.from(rung.places.subarray(from, to), (place) => result(place, rung));
    });
    const [results, entities, facets] = await Promise.all([
      Promise.all(page),
      options.entities === false ? null : named(answer),
      options.facets === false ? null : counted(answer),
    ]);
    const literal_total = mode === 'literal' ? rungs[0].places.length : 0;
    const elapsed_ms = Math.round(performance.now() - began);
    return { query: typed, mode, total, literal_total, offset, elapsed_ms, entities, facets, results };
  };

  return { start, search };
};

/** @type {Fn['searcher']} */
const searcher = (load) => {
  const begin = async (suffix = '') => engine(openIndex(await load('start', suffix), load));
  const version = (/** @type {Engine} */ { start: { set, texts } }) => `${set} ${texts}`;
  let opening = begin(); // the page's own tag brings the root
  opening.catch(String); // it is begun anew when it is needed
  return async (typed, options) => {
    const old = await (opening = opening.catch(() => begin()));
    return old.search(typed, options).catch(async (error) => {
      // A file is gone: the site may have been renewed since its root was read.
      const fresh = error.shard ? await begin(`?fresh=${Date.now()}`) : old;
      if (version(fresh) === version(old)) {
        throw error;
      }
      opening = Promise.resolve(fresh);
      return fresh.search(typed, options);
    });
  };
};

window.tongbao = Object.assign(window.tongbao || {}, {
  put: (/** @type {any} */ payload) => (waiting.get(document.currentScript) || String)(payload),
  search: searcher(loadScript),
  searching: { folder, filterValue, parseQuery, cut, impact, level, weight, log2x16, idf, product, excerpt, searcher, Bits },
});
