// The index as files, each described in types.d.ts: loads them, reads their bits, says which sections hold a
// text. A section is called by its place; 0 is the first of the newest issue.
/** @type {WeakMap<any, (payload: any) => void>} by the script that brings it */
const waiting = new WeakMap();
const ownScript = /** @type {HTMLScriptElement} */ (window.document && document.currentScript);

/** Scripts are all that a page from the disk may load; each calls tongbao.put. @type {Load} */
const loadScript = (path, suffix = '') =>
  new Promise((resolve, reject) => {
    const shard = `search/${path}.js`;
    // The page itself has a tag for its first file, that may not have run yet.
    const script = /** @type {HTMLScriptElement} */ (document.querySelector(`script[src$="${shard}"]`) || document.createElement('script'));
    waiting.set(script, resolve);
    script.onload = script.onerror = () => {
      script.remove();
      reject(Object.assign(new Error(`cannot load ${shard}`), { shard })); // means nothing when it has come
    };
    if (!script.src) {
      script.src = new URL(`../${shard}${suffix}`, ownScript.src).href;
      document.head.append(script);
    }
  });

const BYTES = Array.from({ length: 256 }, (_, byte) => (256 + byte).toString(2).slice(1));
/** The bits of a base64 text as zeros and ones. */
const bitsOf = (base64 = '') => Array.from(atob(base64), (c) => BYTES[c.charCodeAt(0)]).join('');

/** @type {Fn['reader']} */
const reader = (bits) => {
  let at = 0;
  const pass = (count = 0) => bits.slice(at, (at += count));
  const take = (count = 1) => {
    let value = 0;
    for (const end = at + count; at < end; at += 1) {
      value = value * 2 + bits.charCodeAt(at) - 48;
    }
    return value;
  };
  const zeros = () => {
    const from = at;
    at = bits.indexOf('1', from) + 1;
    return at - from - 1;
  };
  const number = (size = zeros()) => 2 ** size + take(size) - 1;
  const rice = (low = 0) => zeros() * 2 ** low + take(low);
  /** @type {Bits['list']} */
  const list = (read, count = number()) => Array.from({ length: count }, () => read());
  const rising = (limit = 0) => {
    const count = number();
    const low = 31 - Math.clz32(limit / count);
    let last = -1;
    return list(() => (last += rice(low) + 1), count);
  };
  const marks = (count = 0) => {
    const marked = new Uint8Array(count).fill(take());
    rising(count).forEach((i) => (marked[i] ^= 1));
    return marked;
  };
  return { pass, take, zeros, number, rice, list, rising, marks };
};

/** @type {Fn['openIndex']} */
const openIndex = (start, load) => {
  const { set, units, names, lists, series } = start;
  const fold = folder(start.fold);
  const alphabet = Array.from(start.chars);
  let key = '';
  /** The least text of each index shard. */
  const separators = start.shards.split(/(?=[A-Z])/).map((row) => (key = key.slice(0, row.charCodeAt(0) - 65) + row.slice(1)));
  let end = 0;
  const slices = start.texts.flatMap(([hash, sizes]) =>
    Array.from(sizes, (size, n) => ({ path: `text-${hash}/${n}`, first: end, end: (end += parseInt(size, 36)) })),
  );

  /** @type {Map<string, Promise<any>>} */
  const files = new Map();
  /** A file, loaded and read once. @type {(path: string, read?: (payload: any) => any) => Promise<any>} */
  const file = (path, read = (payload) => payload) => {
    const loading = files.get(path) || load(path).then(read);
    files.set(path, loading);
    loading.catch(() => files.delete(path));
    return loading;
  };
  /** One of bits. @type {<T>(path: string, read: (bits: Bits) => T) => Promise<T>} */
  const bitFile = (path, read) => file(`${set}/${path}`, (payload) => read(reader(bitsOf(payload))));

  const unit = async (place = 0) => {
    const { path, first } = /** @type {{ path: string, first: number }} */ (slices.find((one) => place < one.end));
    /** @type {TextSlice} */
    const slice = await file(path);
    const row = slice.units[place - first];
    const blocks = row.b.map((text, n) => ({ text, heading: row.k[n] === '1', folded: fold(text) }));
    return { ...row, place, slice, blocks };
  };

  /** @type {(n: number) => Promise<IndexRecord[]>} */
  const shard = (n) =>
    bitFile(`i/${n}`, ({ pass, take, number, rice, list }) =>
      list(() => {
        const parent = number();
        const edge = list(() => alphabet[rice(7)]);
        const depth = parent + edge.length + number();
        const dmin = parent + 1 + number();
        const there = take() ? /** @type {[number, number]} */ ([rice(10), rice(7)]) : null;
        return { parent, edge, depth, dmin, there, complete: take(), word: take(), list: pass(8 * number()), own: pass(number()) };
      }),
    );

  /** The records whose labels agree with a text for at least their dmin, the deepest first. @param {string[]} text */
  const reach = async (text) => {
    const whole = text.join('');
    /** @type {(IndexRecord & { agreed: number })[]} */
    const reached = [];
    let agreed = 0; // with the label of the record before
    for (const record of await shard(separators.filter((least) => least <= whole).length - 1)) {
      const { parent, edge, depth, dmin } = record;
      if (parent <= agreed) {
        const n = edge.findIndex((c, i) => c !== text[parent + i]);
        agreed = n < 0 ? Math.min(depth, text.length) : parent + n;
        reached.unshift(...(agreed < dmin ? [] : [{ ...record, agreed }]));
      }
    }
    return reached;
  };

  /** The sections that may hold a text; when it has a record also how. @type {(text: string[]) => Promise<Found>} */
  const lookUp = async (text) => {
    const [at] = await reach(text);
    const exact = at && at.agreed === text.length;
    if (!at || (!exact && (at.agreed < at.depth || at.complete))) {
      return { places: [] };
    }
    const { zeros, rising, marks } = reader(at.there ? (await shard(at.there[0]))[at.there[1]].list : at.list);
    const places = rising(units);
    const hits = () => {
      const [levels, headings] = [places.map(zeros), marks(places.length)];
      const own = reader(at.own);
      const [aligned = [], about = []] = own.list(() => own.marks(places.length)).slice(at.agreed - at.dmin);
      const kinds = places.map((_, i) => (at.agreed === at.depth && about[i] ? 1 : headings[i] ? 2 : aligned[i] ? 3 : 4));
      return { places, levels, kinds };
    };
    return { places, hits: exact && hits };
  };

  /** The hits among a few sections, from their texts. @param {number[]} places @param {string} text */
  const verified = async (places, text) => {
    /** @type {Hits} */
    const found = { places: [], levels: [], kinds: [] };
    // No half of a character stands anywhere.
    for (const { place, w, blocks } of await Promise.all(/\p{Cs}/u.test(text) ? [] : places.map(unit))) {
      const borders = bitsOf(w);
      let [begin, length, count, kind] = [0, 0, 0, 4];
      for (const { heading, folded } of blocks) {
        const whole = folded.text;
        for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
          const aligned = borders[begin + at] + borders[begin + at + text.length] === '11';
          kind = Math.min(kind, heading ? 2 : aligned ? 3 : 4);
          count += 1;
        }
        begin += whole.length + 1;
        length += Array.from(whole).length;
      }
      if (count) {
        found.places.push(place);
        found.levels.push(level(impact(count, length, start.pivot)));
        found.kinds.push(kind);
      }
    }
    return found;
  };

  /** @type {Index['hits']} */
  const hits = async (text) => {
    const chars = Array.from(text);
    const { places, hits: stored } = await lookUp(chars);
    // Of longer edges no more than 24 characters are seen, and the others agree only if the text occurs.
    if (stored && (chars.length <= 24 || (await verified(places.slice(0, 1), text)).places.length)) {
      return stored();
    }
    let left = stored ? [] : places;
    // The text is rare: what begins within it is looked up too, until few sections are left to read.
    for (const step of [Math.ceil(chars.length / 4), 1]) {
      const starts = left.length > 6 ? chars.map((_, at) => at).filter((at) => at % step === 0) : [];
      for (const found of await Promise.all(starts.map((at) => lookUp(chars.slice(at))))) {
        const among = new Set(found.places);
        left = left.filter((place) => among.has(place));
      }
    }
    return verified(left, text);
  };

  return {
    start,
    fold: (text) => fold(text).text,
    unit,
    hits,
    words: (text) => {
      const ends = async (/** @type {string[]} */ rest) =>
        (await reach(rest)).filter(({ word, depth, agreed }) => word && agreed === depth).map(({ depth }) => depth);
      const chars = Array.from(text);
      return Promise.all(chars.map((_, at) => ends(chars.slice(at))));
    },

    async names(kinds, key, fits) {
      const rows = [];
      let n = (names.filter((one) => one < key).length || 1) - 1;
      do {
        /** @type {NamesFile} */
        const { keys, entities } = await file(`${set}/n/${n}`);
        const fitting = keys.filter(([name, kind]) => kinds.includes(kind) && fits(name));
        rows.push(...fitting.map(([name, , who]) => who.map((i) => ({ key: name, entity: entities[i] }))));
        n += 1;
      } while (rows.length < 200 && n < names.length && fits(names[n]));
      return rows.slice(0, 200).flat();
    },

    async sectionsOf(number) {
      const n = lists.filter((first) => first <= number).length - 1;
      return (await bitFile(`l/${n}`, ({ list, rising }) => list(() => rising(units))))[number - lists[n]];
    },

    entity: async (number) => (await file(`${set}/e/${number >> 4}`))[number & 15],

    companies: (block) => bitFile(`c/${block}`, ({ take, list }) => list(() => list(() => take(start.width)))),

    facets: () =>
      bitFile('facets', ({ number, list }) => {
        let last = -1;
        const township = (skipped = number()) => (last = (last + 1 + skipped) % start.townships);
        const townships = list(() => [...list(() => [township(0)]), list(township)]).flat();
        const runs = list(() => {
          const issue = { year: String(number()), series: series[number()].id };
          return list(() => issue);
        });
        return { townships, issued: runs.flat() };
      }),

    issues: () =>
      bitFile('issues', ({ take, number, list }) => {
        let [end, day, count] = [0, start.newest, 0];
        return list(() => {
          day -= number();
          const date = new Date(day * 864e5).toISOString().slice(0, 10);
          const year = take() ? date.slice(0, 4) : String(number());
          count = take() ? count - 1 : number();
          const name = count ? String(count).padStart(3, '0') : list(() => String.fromCharCode(take(7))).join('');
          const id = `${series[number()].prefix}${year}-${name}`;
          return { first: end, end: (end += number()), date, year, number: String(count), id };
        });
      }),
  };
};
