// The index as files, each described in types.d.ts: loads them, reads their bits, says which sections hold a
// text. A section is called by its place; 0 is the first of the newest issue.
/** @type {WeakMap<any, (payload: any) => void>} by the script that brings it */
const waiting = new WeakMap();
const ownScript = /** @type {HTMLScriptElement} */ (window.document && document.currentScript);

/** Scripts are all that a page from the disk may load; each calls tongbao.put. @type {Load} */
const loadScript = (path, suffix = '') =>
  new Promise((resolve, reject) => {
    const shard = `search/${path}.js`;
    /** @type {HTMLScriptElement | null} a tag of the page itself that has not run yet */
    const tag = document.querySelector(`script[src$="${shard}${suffix}"]`);
    const script = tag || document.createElement('script');
    waiting.set(script, resolve);
    script.onload = script.onerror = () => {
      script.remove();
      reject(Object.assign(new Error(`cannot load ${shard}`), { shard })); // means nothing when it has come
    };
    if (!tag) {
      script.src = new URL(`../${shard}${suffix}`, ownScript.src).href;
      document.head.append(script);
    }
  });

/** The bits of a base64 text as zeros and ones. */
const bitsOf = (base64 = '') => Array.from(atob(base64), (c) => (256 + c.charCodeAt(0)).toString(2).slice(1)).join('');

/** @type {Fn['reader']} */
const reader = (bits) => {
  let at = 0;
  const pass = (count = 0) => bits.slice(at, (at += count));
  const take = (count = 1) => parseInt(pass(count), 2) || 0;
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
    let next = 0;
    return list(() => (next += rice(low) + 1) - 1, count);
  };
  const marks = (count = 0) => {
    const marked = new Uint8Array(count).fill(take());
    rising(count).forEach((i) => (marked[i] ^= 1));
    return marked;
  };
  return { pass, take, zeros, number, rice, list, rising, marks };
};

const [POINTER, OPEN, WORD, NAME] = [1, 2, 4, 8];
/** Characters of an edge that are written; a text that came so far has the others too, if it occurs. */
const SEEN = 24;

/** @type {Fn['descend']} */
const descend = (records, text) => {
  /** @type {Reached} */
  const reached = { at: null, agreed: 0, words: [] };
  let agreed = 0; // with the label of the record before
  for (const record of records) {
    const { parent, edge, depth } = record;
    if (parent <= agreed) {
      const n = edge.findIndex((c, i) => c !== text[parent + i]);
      agreed = n < 0 ? Math.min(depth, text.length) : parent + n;
      Object.assign(reached, agreed < record.dmin ? {} : { at: record, agreed });
      reached.words.push(...(agreed === depth && record.flags & WORD ? [depth] : []));
    }
  }
  return reached;
};

/** How many of a list's first items pass, the others not. @template T @param {T[]} list @param {(item: T) => boolean} passes */
const countFirst = (list, passes) => {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    [low, high] = passes(list[middle]) ? [middle + 1, high] : [low, middle];
  }
  return low;
};

/** @type {Fn['judge']} */
const judge = ({ w, blocks }, text, pivot) => {
  const borders = bitsOf(w);
  let [start, length, count, kind] = [0, 0, 0, 4];
  for (const { heading, folded } of blocks) {
    const whole = folded().text;
    for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
      const aligned = borders[start + at] + borders[start + at + text.length] === '11';
      kind = Math.min(kind, heading ? 2 : aligned ? 3 : 4);
      count += 1;
    }
    start += whole.length + 1;
    length += Array.from(whole).length;
  }
  return { count, kind, level: level(impact(count, length, pivot)) };
};

/** @type {Fn['openIndex']} */
const openIndex = (start, load) => {
  const { set, units, texts, shards, names, lists, series } = start;
  const folded = folder(start.fold);
  const alphabet = Array.from(start.chars);
  let [key, end] = ['', 0];
  /** The least text of each index shard. */
  const separators = (shards.match(/[A-Z][^A-Z]*/g) || []).map((row) => (key = key.slice(0, row.charCodeAt(0) - 65) + row.slice(1)));
  const slices = texts.flatMap(([hash, sizes]) =>
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
    const { path, first } = slices[countFirst(slices, (slice) => slice.end <= place)];
    /** @type {TextSlice} */
    const slice = await file(path);
    const row = slice.units[place - first];
    const blocks = row.b.map((text, i) => {
      const done = folded(text);
      return { text, heading: row.k[i] === '1', folded: () => done };
    });
    return { ...row, slice, blocks };
  };

  const shard = (n = 0) =>
    bitFile(`i/${n}`, ({ pass, take, number, rice, list }) =>
      list(() => {
        const parent = number();
        const edge = list(() => alphabet[rice(7)]);
        const depth = parent + edge.length + number();
        const dmin = parent + 1 + number();
        const flags = take(4);
        const there = flags & POINTER ? [rice(10), rice(7)] : null;
        return /** @type {IndexRecord} */ ({ parent, edge, depth, dmin, flags, there, list: there ? '' : pass(8 * number()), own: pass(number()) });
      }),
    );
  /** @param {string[]} text */
  const reach = async (text) => {
    const whole = text.join('');
    return descend(await shard(countFirst(separators, (least) => least <= whole) - 1), text);
  };

  /** The sections that may hold a text; null when it stands nowhere. @param {string[]} text */
  const lookUp = async (text) => {
    const { at, agreed } = await reach(text);
    if (!at || (agreed < text.length && agreed < at.depth)) {
      return null;
    }
    const { depth, dmin, flags, there, own } = at;
    const { zeros, rising, marks } = reader(there ? (await shard(there[0]))[there[1]].list : at.list);
    const places = rising(units);
    const exact = agreed === text.length;
    /** When exact, what all sections have of it. @returns {Hits} */
    const hits = () => {
      const [levels, headings] = [places.map(zeros), marks(places.length)];
      const { list, marks: row } = reader(own);
      const rows = list(() => row(places.length), own ? depth - dmin + (flags & NAME ? 2 : 1) : 0);
      const [aligned = [], about = []] = rows.slice(agreed - dmin);
      const kinds = places.map((_, i) => (agreed === depth && about[i] ? 1 : headings[i] ? 2 : aligned[i] ? 3 : 4));
      return { places, levels, kinds };
    };
    return exact || places.length <= start.big || flags & OPEN ? { exact, places, hits } : null;
  };

  /** The hits among a few sections. @type {(places: number[], text: string) => Promise<Hits>} */
  const verified = async (places, text) => {
    const judged = await Promise.all(places.map(async (place) => ({ place, ...judge(await unit(place), text, start.pivot) })));
    const found = judged.filter(({ count }) => count);
    return { places: found.map((one) => one.place), levels: found.map((one) => one.level), kinds: found.map((one) => one.kind) };
  };

  /** @type {Index['hits']} */
  const hits = async (text) => {
    const chars = Array.from(text);
    const first = /\p{Cs}/u.test(text) ? null : await lookUp(chars);
    let left = first ? first.places : [];
    if (first && first.exact) {
      const occurs = chars.length <= SEEN || (await verified(left.slice(0, 1), text)).places.length;
      return occurs ? first.hits() : verified([], text);
    }
    // The text is rare: what begins within it is looked up too, until few sections are left to read.
    for (const parts of [4, chars.length]) {
      const starts = left.length > 6 ? Array.from({ length: parts }, (_, part) => Math.floor((chars.length * part) / parts)) : [];
      for (const found of await Promise.all(starts.map((at) => lookUp(chars.slice(at))))) {
        const places = new Set(found ? found.places : []);
        left = left.filter((place) => places.has(place));
      }
    }
    return verified(left, text);
  };

  return {
    start,
    fold: (text) => folded(text).text,
    unit,
    hits,
    words: (text) => Promise.all(Array.from(text, async (_, at, all = Array.from(text)) => (await reach(all.slice(at))).words)),

    async names(kinds, key, fits) {
      const next = countFirst(names, (one) => one < key);
      const rows = [];
      let left = 200;
      for (let n = Math.max(0, next - 1); n < names.length && left > 0 && (n < next || fits(names[n])); n += 1) {
        /** @type {NamesFile} */
        const { keys, entities } = await file(`${set}/n/${n}`);
        const fitting = keys.filter(([name, kind]) => kinds.includes(kind) && fits(name)).slice(0, left);
        left -= fitting.length;
        rows.push(...fitting.flatMap(([name, , who]) => who.map((i) => ({ key: name, entity: entities[i] }))));
      }
      return rows;
    },

    async sectionsOf(number) {
      const n = countFirst(lists, (first) => first <= number) - 1;
      return (await bitFile(`l/${n}`, ({ list, rising }) => list(() => rising(units))))[number - lists[n]];
    },

    entity: async (number) => (await file(`${set}/e/${number >> 4}`))[number & 15],

    companies: (block) => bitFile(`c/${block}`, ({ take, list }) => list(() => list(() => take(32 - Math.clz32(start.entities))))),

    facets: () =>
      bitFile('facets', ({ take, number, list }) => {
        let [next, year] = [0, 0];
        const township = () => (next = ((next + number()) % start.townships) + 1) - 1;
        const townships = list(() => list(township, take() || number()));
        const runs = list(() => ({ year: String((year = take() ? year : number())), series: series[number()].id, units: number() }));
        return { townships, runs };
      }),

    issues: () =>
      bitFile('issues', ({ take, number, list }) => {
        let [end, day, count] = [0, start.newest, 0];
        return list(() => {
          const [first, next] = [end, (end += number())];
          const date = new Date((day -= number()) * 864e5).toISOString().slice(0, 10);
          const { prefix } = series[number()];
          const year = take() ? date.slice(0, 4) : String(number());
          count = take() ? count - 1 : number();
          const name = count ? String(count).padStart(3, '0') : list(() => String.fromCharCode(take(7))).join('');
          return { first, end: next, date, year, number: String(count), id: `${prefix}${year}-${name}` };
        });
      }),
  };
};
