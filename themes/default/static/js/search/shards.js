// The index as files, each described in types.d.ts: loads them, reads their bits, says which sections hold a
// text. A section is called by its place; 0 is the first of the newest issue.
/** @type {any} */
const ownScript = document.currentScript;

/** Scripts are all that a page from the disk may load; each calls tongbao.put. @type {Load} */
const loadScript = (path, suffix) => new Promise((resolve, reject) => {
  const shard = `search/${path}.js`;
  // The page itself has a tag for its first file, that may not have run yet.
  /** @type {any} */
  const script = document.getElementById(shard) || document.createElement('script');
  script.take = resolve;
  script.onload = script.onerror = () => {
    script.remove();
    // Means nothing when it has come.
    reject(Object.assign(new Error(`cannot load ${shard}`), { shard }));
  };
  script.src = new URL(`../${shard}${suffix || ''}`, ownScript.src);
  document.head.append(script);
});

const BYTES = Array.from({ length: 256 }, (_, byte) => (256 + byte).toString(2).slice(1));
/** The bits of a base64 text as zeros and ones. @param {string} base64 */
const bitsOf = (base64) => [...atob(base64)].map((c) => BYTES[c.charCodeAt(0)]).join('');

/** @type {Fn['reader']} */
const reader = (bits) => {
  let at = 0;
  /** @param {number} count */
  const pass = (count) => bits.slice(at, (at += count));
  const take = (count = 1) => {
    let value = 0;
    for (const end = at + count; at < end; at++) value = value * 2 + bits.charCodeAt(at) - 48;
    return value;
  };
  const zeros = () => {
    const from = at;
    at = bits.indexOf('1', from) + 1;
    return at - from - 1;
  };
  const number = (size = zeros()) => 2 ** size + take(size) - 1;
  /** The number of a letter, or -1. */
  const symbol = (size = take(3)) => (size < 7 ? number(3 + size + (size === 6 ? zeros() : 0)) - 7 : -1);
  /** @type {Bits['list']} */
  const list = (read, count = number()) => {
    const items = [];
    while (items.length < count) items.push(read());
    return items;
  };
  /** @param {number} limit */
  const rising = (limit) => {
    const count = number();
    const low = 31 - Math.clz32(limit / count);
    let last = -1;
    return list(() => (last += zeros() * 2 ** low + take(low) + 1), count);
  };
  /** @param {number} count */
  const marks = (count) => {
    const marked = new Uint8Array(count).fill(take());
    rising(count).forEach((i) => (marked[i] ^= 1));
    return marked;
  };
  return { pass, take, zeros, number, symbol, list, rising, marks };
};

/** The last of ascending values that is not above one, else the first. @type {(values: any[], value: any) => number} */
const placeOf = (values, value) => {
  let n = 0;
  while (values[n + 1] <= value) n++;
  return n;
};

/** All that a text ends with. @param {string[]} text */
const endsOf = (text) => text.map((_, at) => text.slice(at));

/** @type {Fn['openIndex']} */
const openIndex = (start, load) => {
  const { set, units, names, lists, series } = start;
  const fold = folder(start.fold);
  // Half of a character, which no text has, ends each text of a slice.
  const letters = ['\ud800', ...start.letters];
  let key = '';
  /** The least text of each index shard. */
  const separators = start.shards.split(/(?=[A-Z])/).map((row) => (key = key.slice(0, row.charCodeAt(0) - 65) + row.slice(1)));
  let end = 0;
  const slices = start.texts.flatMap(([hash, sizes]) =>
    Array.from(sizes, (size, n) => ({ path: `text-${hash}/${n}`, first: end, end: (end += parseInt(size, 36)) })));

  /** @type {Map<string, Promise<any>>} */
  const files = new Map();
  /** A file, loaded once; one of bits is read. @type {(path: string, read?: (bits: Bits) => any) => Promise<any>} */
  const file = (path, read) => {
    const loading = files.get(path) || load(path).then((payload) => (read ? read(reader(bitsOf(payload))) : payload));
    files.set(path, loading);
    return loading;
  };

  /** @type {(bits: Bits) => TextUnit[]} */
  const textSlice = ({ pass, take, number, symbol, list }) => {
    /** @type {string[]} */
    const row = [];
    for (const size = number(); row.length < size; ) {
      const letter = letters[symbol()];
      if (letter) {
        row.push(letter);
      } else {
        const from = take(32 - Math.clz32(row.length));
        row.push(...row.slice(from, from + 3 + number()));
      }
    }
    /** @type {any[]} */
    const texts = row.join('').split(/\ud800/u);
    const text = () => texts.shift();
    const issues = list(() => ({ issue: text(), date: text(), title: text() }));
    const entities = list(() => ({ id: text(), name: text() }));
    const named = () => list(() => entities[number()]);
    return list(() => ({
      ...issues[number()], url: text(), section: text(), townships: named(), companies: named(),
      blocks: list(() => ({ heading: take(), text: text() })), borders: pass(number()),
    }));
  };

  /** @param {number} place */
  const unit = async (place) => {
    /** @type {any} */
    const { path, first } = slices.find((one) => place < one.end);
    /** @type {TextUnit} */
    const row = (await file(path, textSlice))[place - first];
    return { ...row, place, blocks: row.blocks.map((block) => ({ ...block, folded: fold(block.text) })) };
  };

  /** @type {(n: number) => Promise<IndexRecord[]>} */
  const shard = (n) => file(`${set}/i/${n}`, ({ pass, take, number, symbol, list }) => {
    /** @type {IndexRecord[]} by the length of the label */
    const path = [];
    return list(() => {
      const parent = number();
      const edge = list(() => letters[symbol()]);
      const depth = parent + edge.length + number();
      const dmin = parent + 1 + number();
      const there = take() ? list(symbol, 2) : null;
      return (path[depth] = {
        parent, edge, depth, dmin, there, complete: take(), word: take(), list: pass(8 * number()), own: pass(number()),
        above: path[parent],
      });
    });
  });

  /** The list of a record that has its own: within that of the one above, when that has its own too. @type {(record: IndexRecord) => List} */
  const listOf = ({ list, above }) => {
    const { zeros, rising, marks } = reader(list);
    const whole = above && !above.there ? listOf(above) : null;
    const among = whole ? marks(whole.places.length) : [];
    /** @param {number[]} all */
    const ours = (all) => all.filter((_, i) => among[i]);
    const places = whole ? ours(whole.places) : rising(units);
    const levels = whole ? ours(whole.levels).map((most) => most && most - zeros()) : places.map(zeros);
    return { places, levels, headings: marks(places.length) };
  };

  /** The records whose labels agree with a text for at least their dmin, the deepest last. @param {string[]} text */
  const reach = async (text) => {
    // With the label of the record before.
    let agreed = 0;
    return (await shard(placeOf(separators, text.join('')))).flatMap((record) => {
      const { parent, edge, depth, dmin } = record;
      if (parent > agreed) return [];
      const n = edge.findIndex((c, i) => c !== text[parent + i]);
      agreed = n < 0 ? Math.min(depth, text.length) : parent + n;
      return agreed < dmin ? [] : [{ ...record, agreed }];
    });
  };

  /** The sections that may hold a text; when it has a record also their grades. @type {(text: string[]) => Promise<Found>} */
  const lookUp = async (text) => {
    const at = (await reach(text)).pop();
    const exact = at && at.agreed === text.length;
    if (!at || (!exact && (at.agreed < at.depth || at.complete))) return { places: [] };
    const { places, levels, headings } = listOf(at.there ? (await shard(at.there[0]))[at.there[1]] : at);
    const own = reader(at.own);
    const [aligned = [], about = []] = own.list(() => own.marks(places.length)).slice(at.agreed - at.dmin);
    return {
      places,
      grades: exact && levels.map((level, i) => level + 4 * (about[i] && at.agreed === at.depth ? 1 : headings[i] ? 2 : aligned[i] ? 3 : 4)),
    };
  };

  /** The hits among a few sections, from their texts. @param {number[]} places @param {string} text */
  const verified = async (places, text) => {
    /** @type {Hits} */
    const found = { places: [], grades: [] };
    // No half of a character stands anywhere.
    for (const { place, borders, blocks } of await Promise.all(/\p{Cs}/u.test(text) ? [] : places.map(unit))) {
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
        found.grades.push(4 * kind + level(impact(count, length, start.pivot)));
      }
    }
    return found;
  };

  /** @type {Index['hits']} */
  const hits = async (text) => {
    const chars = Array.from(text);
    const { places, grades } = await lookUp(chars);
    // Of longer edges no more than 24 characters are seen, and the others agree only if the text occurs.
    if (grades && (chars.length <= 24 || (await verified(places.slice(0, 1), text)).places.length)) return { places, grades };
    let left = grades ? [] : places;
    // The text is rare: what begins within it is looked up too, until few sections are left to read.
    for (const parts of [4, 8, chars.length]) {
      const ends = endsOf(chars).filter((end, at) => left.length > 10 && end[1] && at % Math.ceil(chars.length / parts) === 0);
      for (const found of await Promise.all(ends.map(lookUp))) {
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
    words: (text) => Promise.all(endsOf(Array.from(text)).map(async (end) => {
      const words = (await reach(end)).filter(({ word, depth, agreed }) => word && agreed === depth);
      const others = start.synonyms.flat().filter((word) => end.join('').startsWith(word));
      return [...words.map(({ depth }) => depth), ...others.map((word) => Array.from(word).length)];
    })),

    async names(kinds, text, most = 200) {
      /** @type {any[]} */
      const rows = [];
      let n = placeOf(names, text);
      do {
        /** @type {NamesFile} */
        const { keys, entities } = await file(`${set}/n/${n}`);
        for (const [key, kind, who] of keys) {
          if (kinds.includes(kind) && key.startsWith(text)) rows.push(who.map((i) => [key, ...entities[i]]));
        }
        n++;
      } while (rows.length < most && names[n]?.startsWith(text));
      return rows.slice(0, most).flat();
    },

    async sectionsOf(number) {
      const n = placeOf(lists, number);
      return (await file(`${set}/l/${n}`, ({ list, rising }) => list(() => rising(units))))[number - lists[n]];
    },

    entity: async (number) => (await file(`${set}/e/${number >> 4}`))[number & 15],

    companies: async (place) => (await file(`${set}/c/${place >> 7}`, ({ take, list }) => list(() => list(() => take(start.width)))))[place & 127],

    facets: () =>
      file(`${set}/facets`, ({ number, list }) => {
        let last = -1;
        const township = (skip = number()) => (last = (last + 1 + skip) % start.townships);
        const townships = list((code = number()) => (code === 1 ? list(township) : [township(code && code - 1)]));
        const issued = list(() => {
          const issue = { year: String(number()), series: series[number()].id };
          return list(() => issue);
        }).flat();
        return { townships, issued };
      }),

    issues: () => file(`${set}/issues`, ({ take, number, list }) => {
      let [end, day, count] = [0, start.newest, 0];
      return list(() => {
        day -= number();
        const date = new Date(day * 864e5).toISOString().slice(0, 10);
        const year = take() ? date.slice(0, 4) : String(number());
        count = take() ? count - 1 : number();
        const name = count ? String(count).padStart(3, '0') : list(() => String.fromCharCode(take(7))).join('');
        const id = `${series[number()].prefix}${year}-${name}`;
        return { places: list(() => end++, number()), date, year, number: String(count), id };
      });
    }),
  };
};
