'use strict';

// A query → its results: the ladder of literal, words and segmented search, filters, order, facets.
(() => {
  const { tongbao } = window;
  const { searching } = tongbao;

  /** @param {string} option @param {unknown} value @returns {never} */
  function refuse(option, value) {
    throw new Error(`unknown ${option}: ${value}`);
  }

  /**
   * Places that have every one of the groups' texts, each group being texts of which one is enough.
   * @param {Hits[][]} groups
   * @param {number} units
   * @param {Uint8Array | null} allowed 1 for places that filters let pass
   * @param {boolean} byFirst whether the first group alone gives the class
   */
  function combine(groups, units, allowed, byFirst) {
    const seen = new Uint16Array(units);
    const scores = new Float64Array(units);
    const kinds = new Uint8Array(units);
    groups.forEach((group, g) => {
      const best = group.length > 1 ? bestOf(group, units) : null;
      for (const { df, places, levels, kinds: own } of best ? [best] : group) {
        const products = [0, 1, 2, 3].map((level) => searching.product(df, units, level));
        for (let i = 0; i < places.length; i += 1) {
          const place = places[i];
          if (seen[place] === g && (!allowed || allowed[place])) {
            seen[place] = g + 1;
            scores[place] += best ? best.products[i] : products[levels[i]];
            if (own[i] > kinds[place] && (g === 0 || !byFirst)) {
              kinds[place] = own[i];
            }
          }
        }
      }
    });
    return { has: (/** @type {number} */ place) => seen[place] === groups.length, scores, kinds };
  }

  /** The best of several texts at each place: the lowest class, then the highest product. @param {Hits[]} group @param {number} units */
  function bestOf(group, units) {
    const best = new Map();
    for (const { df, places, levels, kinds } of group) {
      places.forEach((place, i) => {
        const other = best.get(place);
        const product = searching.product(df, units, levels[i]);
        if (!other || kinds[i] < other.kind || (kinds[i] === other.kind && product > other.product)) {
          best.set(place, { kind: kinds[i], product });
        }
      });
    }
    const all = Array.from(best.values());
    return {
      df: best.size,
      places: Int32Array.from(best.keys()),
      levels: new Uint8Array(best.size),
      kinds: Uint8Array.from(all, ({ kind }) => kind),
      products: all.map(({ product }) => product),
    };
  }

  /** @param {Index} index */
  function engine(index) {
    const { start, fold } = index;
    const { units } = start;
    /** @type {Map<string, Promise<Answer>>} the last answers, for more pages and for facets */
    const answers = new Map();

    /** Numbers of the entities that have an id or name. @param {FilterKey} key @param {string} value folded */
    async function named(key, value) {
      const rows = await index.names([0, 3], value, (name) => name === value);
      const kind = key === 'company' ? 1 : 0;
      return [...new Set(rows.filter(({ entity }) => entity[1] === kind).map(({ entity }) => entity[0]))];
    }

    /** Whether there is what a filter asks for. @param {Filter} filter */
    async function exists({ key, value }) {
      return key === 'issue' ? (await index.issues()).some(({ id }) => id === value) : (await named(key, value)).length > 0;
    }

    /** Marks the places that pass a filter. @param {Filter} filter @param {Uint8Array} marks */
    async function mark({ key, value }, marks) {
      if (key === 'township' || key === 'company') {
        const lists = await Promise.all((await named(key, value)).map(index.sectionsOf));
        lists.forEach((places) => places.forEach((place) => (marks[place] = 1)));
        return;
      }
      const [from, to] = value.split('..');
      for (const { first, end, date, year, number, id } of await index.issues()) {
        const passes =
          key === 'year' ? year === value : key === 'issue' ? number === value || id === value : date >= from && (!to || date <= to);
        if (passes) {
          marks.fill(1, first, end);
        }
      }
    }

    /** Places that pass all groups of filters and hold no excluded text. @param {Filter[][]} groups @param {string[]} not */
    async function allow(groups, not) {
      if (groups.length + not.length === 0) {
        return null;
      }
      const allowed = new Uint8Array(units).fill(1);
      const excluded = Promise.all(not.map(index.hits));
      const masks = groups.map(async (filters) => {
        const marks = new Uint8Array(units);
        await Promise.all(filters.map((filter) => mark(filter, marks)));
        return marks;
      });
      for (const marks of await Promise.all(masks)) {
        marks.forEach((passes, place) => (allowed[place] &= passes));
      }
      for (const { places } of await excluded) {
        places.forEach((place) => (allowed[place] = 0));
      }
      return allowed;
    }

    /** The filters that a page gives beside the query. @param {SearchOptions} options @returns {Promise<Filter[]>} */
    async function chosen({ township, company, year, from, to }) {
      /** @type {Filter[]} */
      const filters = [];
      for (const [key, value] of /** @type {[FilterKey, string | undefined][]} */ ([['township', township], ['company', company]])) {
        if (value) {
          const filter = { key, value: fold(value.normalize('NFC')) };
          filters.push((await exists(filter)) ? filter : refuse(key, value));
        }
      }
      if (year) {
        filters.push(/^\d{4}$/.test(String(year)) ? { key: 'year', value: String(year) } : refuse('year', year));
      }
      for (const [option, range] of [[from, `${from}..`], [to, `..${to}`]]) {
        if (option) {
          filters.push({ key: 'date', value: searching.dates(String(range)) || refuse('date', option) });
        }
      }
      return filters;
    }

    /** The words and synonyms that a query is cut into where nothing has it as typed. @param {Query} query */
    async function segments(query) {
      const cuts = query.parts.map(async (part, i) => {
        if (i >= query.plain) {
          return [part];
        }
        const words = await index.words(part);
        return searching.cut(part, (at) => words[at]);
      });
      const terms = [...new Set((await Promise.all(cuts)).flat())];
      const groups = terms.map((term) => [...new Set([term, ...start.synonyms.filter((group) => group.includes(term)).flat()])]);
      const same = groups.length === 1 && groups[0].length === 1 && query.parts.length === 1 && terms[0] === query.parts[0];
      return same ? [] : groups;
    }

    /** @param {Query} query @param {Filter[]} options @param {boolean} byDate @returns {Promise<Answer>} */
    async function evaluate(query, options, byDate) {
      const keys = ['township', 'company', 'year', 'issue', 'date'];
      const groups = keys.map((key) => query.filters.filter((filter) => filter.key === key)).filter((group) => group.length);
      const allowing = allow([...groups, ...options.map((filter) => [filter])], query.not);
      /** @type {Rung[]} */
      const rungs = [];
      let taken = new Uint8Array(units);
      /** @param {string} mode @param {string[][]} terms @param {boolean} byFirst */
      async function climb(mode, terms, byFirst) {
        const [allowed, ...hits] = await Promise.all([allowing, ...terms.map((group) => Promise.all(group.map(index.hits)))]);
        const { has, scores, kinds } = combine(hits, units, allowed, byFirst);
        const sorted = [];
        for (let place = 0; place < units; place += 1) {
          if (has(place) && !taken[place] && (!allowed || allowed[place])) {
            taken[place] = 1;
            sorted.push(byDate ? place : searching.sortKey(0, kinds[place], scores[place], place));
          }
        }
        const places = Int32Array.from(Float64Array.from(sorted).sort(), searching.placeOf);
        if (places.length) {
          rungs.push({ mode, places, terms: terms.flat(), scores });
        }
      }
      const { literal, quoted, parts } = query;
      const single = (/** @type {string} */ term) => [term];
      if (!literal) {
        await (groups.length + options.length && climb('filter', [], false));
        return { rungs, mode: groups.length + options.length ? 'filter' : 'none' };
      }
      await climb('literal', [literal, ...quoted].map(single), true);
      if (parts.length > 1 && (!rungs.length || parts.every((part) => Array.from(part).length > 1))) {
        await climb('words', parts.map(single), false);
      }
      const terms = rungs.length ? [] : await segments(query);
      await (terms.length && climb('segmented', terms, false));
      return { rungs, mode: rungs.length ? rungs[0].mode : 'none', terms: terms.flat() };
    }

    /** The companies and townships that a query seems to mean. @param {Query} query @param {Answer} answer */
    async function entities({ literal, parts }, { mode, terms }) {
      /** @type {Map<number, [rank: number, row: EntityRow]>} */
      const found = new Map();
      /** @param {number} rank @param {EntityRow} row */
      function offer(rank, row) {
        const other = found.get(row[0]);
        if (!other || rank < other[0]) {
          found.set(row[0], [rank, row]);
        }
      }
      const letters = literal.replace(/[ '-]/g, '');
      /** @param {string} text @param {number} rank @param {number[]} kinds */
      async function beginning(text, rank, kinds) {
        for (const { key, entity } of text ? await index.names(kinds, text, (name) => name.startsWith(text)) : []) {
          if (key === text || rank === 0 || text.length > 1) {
            offer(key === text ? rank : rank + 1, entity);
          }
        }
      }
      /** @param {string} text */
      async function equal(text) {
        for (const { entity } of await index.names([0], text, (name) => name === text)) {
          offer(4, entity);
        }
      }
      const words = mode === 'words' ? parts : (mode === 'segmented' && terms) || [];
      await Promise.all([
        beginning(literal, 0, [0]),
        beginning(/^[a-z0-9]+$/.test(letters) ? letters : '', 2, [1, 2]),
        ...words.filter((word) => Array.from(word).length > 1).map(equal),
      ]);
      const sorted = [...found.values()].sort((a, b) => a[0] - b[0] || a[1][0] - b[1][0]);
      return sorted.slice(0, 10).map(([, [, kind, id, name]]) => {
        const [word, folder] = kind ? ['company', 'companies'] : ['township', 'townships'];
        return { kind: word, id, name, url: `${folder}/${id}/index.html` };
      });
    }

    /** @param {Map<any, number>} counts @param {Iterable<any>} values each once */
    function count(counts, values) {
      for (const value of values) {
        counts.set(value, (counts.get(value) || 0) + 1);
      }
    }

    /** Entities by count, then number. @param {Map<number, number>} counts @param {number} most */
    async function byCount(counts, most) {
      const sorted = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most);
      return Promise.all(sorted.map(async ([number, of]) => ({ id: (await index.entity(number))[1], count: of })));
    }

    /** Counts over all results. @param {Int32Array} places @returns {Promise<Facets>} */
    async function facets(places) {
      const blocks = [...new Set(places.map((place) => place >> 10))];
      const [issues, townships, companies] = await Promise.all([
        index.issues(),
        index.townships(),
        Promise.all(blocks.length > 16 ? [] : blocks.map(async (block) => /** @type {const} */ ([block, await index.companies(block)]))),
      ]);
      const inBlock = new Map(companies);
      const [byTownship, byCompany, byYear, bySeries] = [new Map(), new Map(), new Map(), new Map()];
      let at = 0;
      for (const place of places.slice().sort()) {
        count(byTownship, townships[place]);
        count(byCompany, (inBlock.get(place >> 10) || [])[place & 1023] || []);
        while (issues[at].end <= place) {
          at += 1;
        }
        count(byYear, [issues[at].year]);
        count(bySeries, [issues[at].series]);
      }
      const [township, company] = await Promise.all([byCount(byTownship, Infinity), byCount(byCompany, 10)]);
      return {
        township,
        company,
        year: [...byYear].map(([id, of]) => ({ id, count: of })).sort((a, b) => Number(b.id) - Number(a.id)),
        series: start.series.filter(({ id }) => bySeries.has(id)).map(({ id }) => ({ id, count: bySeries.get(id) || 0 })),
      };
    }

    /** @param {number} place @param {Rung} rung @returns {Promise<SearchResult>} */
    async function result(place, { mode, terms, scores }) {
      const { slice, blocks, i, u, h, t, c } = await index.unit(place);
      const [issue, date, title] = slice.issues[i];
      const [townships, companies] = [t, c].map((numbers) =>
        numbers.map((n) => ({ id: slice.entities[n][0], name: slice.entities[n][1] })),
      );
      return {
        issue,
        date,
        url: u,
        title,
        section: h,
        township: townships.map(({ name }) => name).join('、'),
        townships,
        companies,
        score: mode === 'filter' ? 0 : scores[place],
        ...searching.excerpt(blocks, terms),
      };
    }

    /** @param {string} typed @param {SearchOptions} options @returns {Promise<SearchAnswer>} */
    async function search(typed, options) {
      const began = performance.now();
      /** @type {Filter[]} */
      const asked = [];
      searching.parse(typed, fold, (key, value) => asked.push({ key, value }) > 0);
      const found = await Promise.all(asked.map(exists));
      const query = searching.parse(typed, fold, (key, value) => found[asked.findIndex((one) => one.key === key && one.value === value)]);
      const filters = await chosen(options);
      const byDate = options.sort === 'date';
      const name = JSON.stringify([query, filters, byDate]);
      const answering = answers.get(name) || evaluate(query, filters, byDate);
      answers.delete(name);
      answers.set(name, answering);
      answering.catch(() => answers.delete(name));
      if (answers.size > 8) {
        answers.delete(answers.keys().next().value || '');
      }
      const answer = await answering;
      const { offset = 0, limit = 20 } = options;
      const end = limit ? offset + limit : Infinity;
      /** @type {Promise<SearchResult>[]} */
      const results = [];
      let total = 0;
      for (const rung of answer.rungs) {
        const page = rung.places.slice(Math.max(0, offset - total), Math.max(0, end - total));
        results.push(...Array.from(page, (place) => result(place, rung)));
        total += rung.places.length;
      }
      const places = Int32Array.from(answer.rungs.flatMap((rung) => Array.from(rung.places)));
      const [meant, counts, shown] = await Promise.all([
        options.entities === false ? null : entities(query, answer),
        options.facets === false ? null : facets(places),
        Promise.all(results),
      ]);
      const { mode } = answer;
      const first = answer.rungs[0];
      return {
        query: typed,
        mode,
        total,
        literal_total: mode === 'literal' ? first.places.length : 0,
        offset,
        elapsed_ms: Math.round(performance.now() - began),
        entities: meant,
        facets: counts,
        results: shown,
      };
    }

    return { start, search };
  }


  /** @param {Load} from @param {string} [suffix] */
  const begin = async (from, suffix) => engine(searching.open(await from('start', suffix), from));

  /**
   * A search over the files that `from` loads. When a file is gone, the site may have been renewed since
   * its root was read: then the root is read anew, once.
   * @param {Load} from
   */
  function searcher(from) {
    /** @type {ReturnType<typeof begin> | null} */
    let opening = null;
    /** @param {string} typed @param {SearchOptions} [options] */
    return async (typed, options = {}) => {
      opening = opening || begin(from);
      opening.catch(() => (opening = null));
      const { start, search } = await opening;
      try {
        return await search(typed, options);
      } catch (error) {
        const fresh = /** @type {any} */ (error).shard ? await begin(from, `?fresh=${Date.now()}`) : null;
        if (!fresh || JSON.stringify([fresh.start.set, fresh.start.text]) === JSON.stringify([start.set, start.text])) {
          throw error;
        }
        opening = Promise.resolve(fresh);
        return fresh.search(typed, options);
      }
    };
  }

  searching.searcher = searcher;
  tongbao.search = searcher(searching.load);
})();
