// The index as files, each described in types.d.ts: loads them, reads their bits, says which sections hold a
// text. A section is called by its place; 0 is the first of the newest issue.
/** @type {Map<string, (payload: any) => void>} */
const waiting = new Map();
const ownScript = window.document && /** @type {HTMLScriptElement | null} */ (document.currentScript);

/** Scripts are all that a page from the disk may load; each calls tongbao.put. @type {Load} */
const loadScript = (path, suffix = '') =>
  new Promise((resolve, reject) => {
    const shard = `search/${path}.js`;
    /** @type {HTMLScriptElement | null} a tag of the page itself that has not run yet */
    const tag = suffix ? null : document.querySelector(`script[src$="${shard}"]`);
    const script = tag || document.createElement('script');
    waiting.set(path, resolve);
    script.onload = script.onerror = () => {
      script.remove();
      reject(Object.assign(new Error(`cannot load ${shard}`), { shard })); // means nothing when it has come
    };
    if (!tag) {
      script.src = new URL(`../${shard}${suffix}`, ownScript ? ownScript.src : '').href;
      document.head.append(script);
    }
  });

/** @template T @param {number} count @param {(_: any, i: number) => T} make */
const times = (count, make) => Array.from({ length: count }, make);

/** Marks of some among `count` things, or of all others. @param {number} count @param {number[] | Int32Array} some */
const marksOf = (count, some, mark = 1) => {
  const marks = new Uint8Array(count).fill(1 - mark);
  some.forEach((/** @type {number} */ i) => (marks[i] = mark));
  return marks;
};

/** Reads bits, the highest of a byte first. */
class Bits {
  constructor(base64 = '') {
    this.at = 0;
    this.bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  }

  take(count = 1) {
    let value = 0;
    for (const end = this.at + count; this.at < end; this.at += 1) {
      value = value * 2 + ((this.bytes[this.at >> 3] >> (~this.at & 7)) & 1);
    }
    return value;
  }

  ones() {
    let ones = 0;
    while (this.take()) {
      ones += 1;
    }
    return ones;
  }

  rice(low = 0) {
    return this.ones() * 2 ** low + this.take(low);
  }

  count() {
    const low = this.ones();
    return 2 ** low - 1 + this.take(low);
  }

  /** Which of so many things. */
  index(things = 0) {
    return this.take(32 - Math.clz32(things));
  }

  /** Ascending numbers. */
  rising() {
    const numbers = new Int32Array(this.count());
    const low = numbers.length && this.take(5);
    let last = -1;
    return numbers.map(() => (last += 1 + this.rice(low)));
  }

  /** Marks of some among `count` things. */
  marks(count = 0) {
    const inverted = this.take();
    return marksOf(count, this.rising(), 1 - inverted);
  }

  /** Where as many bytes begin as a number says; they are passed over. */
  skip() {
    const size = this.count() * 8;
    this.at += size;
    return this.at - size;
  }
}

const [WORD, NAME, STARTS, COMPLETE, ABOVE] = [1, 2, 4, 8, 16];
/** Characters of an edge that are written; a text that came so far has the others too, if it occurs. */
const SEEN = 24;

/** @type {Fn['readIndex']} */
const readIndex = (bits, shard, shards, alphabet) =>
  times(bits.count(), (_, number) => {
    const parent = bits.count();
    const depth = parent + 1 + bits.count();
    const dmin = parent + 1 + bits.count();
    const flags = bits.take(5);
    const label = times(Math.min(depth - parent, SEEN), () => alphabet[bits.index(alphabet.length)]);
    const start = bits.skip();
    /** @type {[number, number]} */
    const list = bits.at > start ? [shard, number] : [bits.index(shards), bits.count()];
    return { parent, depth, dmin, flags, label, list, bits, start, own: bits.skip() };
  });

/** @type {Fn['readList']} */
const readList = ({ bits, start }) => {
  bits.at = start;
  const places = bits.rising();
  const order = times(4, () => bits.take(2));
  const levels = places.map(() => order[bits.rice()]);
  return { places, levels, headings: bits.marks(places.length) };
};

/** @type {Fn['descend']} */
const descend = (records, text) => {
  /** @type {Reached} */
  const reached = { at: null, agreed: 0, unseen: false, words: [] };
  let whole = 0; // label length of the last record that agrees to its end
  for (const record of records) {
    const { parent, depth, dmin, flags, label } = record;
    if (parent < whole || whole === text.length) {
      break; // what follows branched off before
    }
    const differs = parent > whole ? 0 : label.findIndex((c, i) => c !== text[parent + i]);
    const agreed = differs < 0 ? Math.min(depth, text.length) : parent + differs;
    if (agreed >= dmin) {
      Object.assign(reached, { at: record, agreed, unseen: reached.unseen || agreed > parent + SEEN });
    }
    if (agreed === depth) {
      whole = depth;
      reached.words.push(...(flags & WORD && !reached.unseen ? [depth] : []));
    }
  }
  return reached;
};

/** @type {Fn['judge']} */
const judge = (unit, text, pivot) => {
  const borders = new Bits(unit.w);
  const size = Array.from(text).length;
  let [length, count, kind] = [0, 0, 4];
  for (const { heading, folded } of unit.blocks) {
    const whole = folded().text;
    const border = Array.from(`${whole}.`, () => borders.take());
    for (const at of positions(whole, text)) {
      const first = Array.from(whole.slice(0, at)).length;
      kind = Math.min(kind, heading ? 2 : border[first] && border[first + size] ? 3 : 4);
      count += 1;
    }
    length += border.length - 1;
  }
  return { count, kind, level: level(impact(count, length, pivot)) };
};

/** @type {Fn['openIndex']} */
const openIndex = (start, load) => {
  const { set, units, names, lists } = start;
  /** @type {Map<string, Promise<any>>} */
  const known = new Map();
  /** What is done once. @template T @param {string} key @param {() => Promise<T>} make @returns {Promise<T>} */
  const once = (key, make) => {
    const made = known.get(key) || make();
    known.set(key, made);
    made.catch(() => known.delete(key));
    return made;
  };
  /** @type {(path: string, read?: (payload: any) => any) => Promise<any>} */
  const file = (path, read = (payload) => payload) => once(path, () => load(path).then(read));
  /** @type {<T>(path: string, read: (bits: Bits) => T) => Promise<T>} */
  const decoded = (path, read) => file(`${set}/${path}`, (payload) => read(new Bits(payload)));
  const bits = new Bits(start.bits);
  const codePoints = () => Array.from(bits.rising(), (code) => String.fromCodePoint(code));
  const alphabet = codePoints().sort();
  const letters = new Set(alphabet);
  const targets = [...alphabet, ...start.marks];
  const folded = folder(new Map(codePoints().map((c) => [c, targets[bits.index(targets.length)]])), start.dropped);
  let key = [''];
  /** The least text of each index shard. */
  const least = times(bits.count(), (_, n) => {
    key = n ? [...key.slice(0, bits.count()), ...times(bits.count(), () => alphabet[bits.index(alphabet.length)])] : [];
    return key.join('');
  });
  let end = 0;
  const slices = start.texts.flatMap((hash) =>
    times(bits.count(), (_, n) => ({ path: `text-${hash}/${n}`, first: end, end: (end += bits.count()) })),
  );

  /** @type {(slice: TextSlice) => LoadedUnit[]} */
  const readSlice = (slice) =>
    slice.units.map((unit) => ({
      ...unit,
      slice,
      blocks: unit.b.map((text, i) => {
        /** @type {Folded | undefined} */
        let fold;
        return { text, heading: unit.k[i] === '1', folded: () => (fold = fold || folded(text)) };
      }),
    }));
  const unit = async (place = 0) => {
    const { path, first } = slices[slices.findIndex((slice) => place < slice.end)];
    return (await file(path, readSlice))[place - first];
  };

  const shard = (n = 0) => decoded(`i/${n}`, (bits) => readIndex(bits, n, least.length, alphabet));
  /** @type {(list: IndexRecord['list']) => Promise<IndexRecord>} */
  const recordAt = async ([n, number]) => (await shard(n))[number];
  const reach = async (text = ['']) => {
    const whole = text.join('');
    return descend(await shard(least.filter((one) => one <= whole).length - 1), text);
  };
  /** The sections that may hold a text; null when it stands nowhere. */
  const lookUp = async (text = ['']) => {
    const { at, agreed, unseen } = await reach(text);
    const exact = agreed === text.length;
    if (!at || (!exact && (agreed < at.depth || at.flags & COMPLETE))) {
      return null;
    }
    const record = at.flags & ABOVE ? await recordAt(at.list) : at;
    const list = await once(`list ${record.list}`, async () => readList(await recordAt(record.list)));
    return { record, list, exact, unseen };
  };

  /** The hits of a text that has a record. @type {(record: IndexRecord, list: PlaceList, length: number) => Hits} */
  const stored = ({ depth, dmin, flags, bits, own }, { places, levels, headings }, length) => {
    bits.at = own;
    const aligned = times(flags & STARTS ? length - dmin + 1 : 0, () => bits.marks(places.length)).pop() || [];
    const about = flags & NAME && length === depth ? bits.marks(places.length) : [];
    return { places, levels, kinds: places.map((_, i) => (about[i] ? 1 : headings[i] ? 2 : aligned[i] ? 3 : 4)) };
  };

  /** The hits among a few sections. @type {(places: Int32Array, text: string) => Promise<Hits>} */
  const verified = async (places, text) => {
    const all = await Promise.all(Array.from(places, async (place) => ({ place, ...judge(await unit(place), text, start.pivot) })));
    const found = all.filter(({ count }) => count > 0);
    const column = (/** @type {'place' | 'level' | 'kind'} */ key) => Int32Array.from(found, (one) => one[key]);
    return { places: column('place'), levels: column('level'), kinds: column('kind') };
  };

  const find = async (text = '') => {
    const query = Array.from(text);
    const first = query.every((c) => letters.has(c)) ? await lookUp(query) : null;
    let left = first ? first.list.places : new Int32Array(0);
    if (first && first.exact) {
      const sure = first.unseen ? (await verified(left.slice(0, 1), text)).places : left;
      return sure.length ? stored(first.record, first.list, query.length) : verified(sure, text);
    }
    // The text is rare: what begins within it is looked up too, until few sections are left to read.
    const inner = query.map((_, at) => at).slice(1);
    const spread = [1, 2, 3].map((quarter) => (query.length * quarter) >> 2);
    for (const [few, starts] of /** @type {[number, number[]][]} */ ([[6, spread], [8, inner]])) {
      for (const found of await Promise.all(left.length > few ? starts.map((at) => lookUp(query.slice(at))) : [])) {
        const marks = marksOf(units, found ? found.list.places : []);
        left = left.filter((place) => marks[place]);
      }
    }
    return verified(left, text);
  };

  return {
    start,
    fold: (text) => folded(text).text,
    unit,
    hits: (text) => once(`?${text}`, () => find(text)),
    words: (text) => Promise.all(Array.from(text, async (c, at) => (letters.has(c) ? (await reach(Array.from(text).slice(at))).words : []))),

    async names(kinds, key, fits) {
      const next = names.filter((first) => first < key).length;
      /** @type {{ key: string, entity: EntityRow }[][]} */
      const rows = [];
      for (let n = Math.max(0, next - 1); n < names.length && rows.length < 200 && (n < next || fits(names[n])); n += 1) {
        /** @type {NamesFile} */
        const { keys: all, entities } = await file(`${set}/n/${n}`);
        const fitting = all.filter(([name, kind]) => kinds.includes(kind) && fits(name));
        rows.push(...fitting.map(([name, , who]) => who.map((i) => ({ key: name, entity: entities[i] }))));
      }
      return rows.slice(0, 200).flat();
    },

    async sectionsOf(number) {
      const n = lists.filter((first) => first <= number).length - 1;
      return new Bits((await file(`${set}/l/${n}`))[number - lists[n]]).rising();
    },

    entity: async (number) => (await file(`${set}/e/${number >> 4}`))[number & 15],

    companies: (block) => decoded(`c/${block}`, (bits) => times(Math.min(128, units - block * 128), () => bits.rising())),

    facets: () =>
      decoded('facets', (bits) => {
        let [last, year] = [[0], ''];
        return {
          townships: times(units, () => (last = bits.take() ? [last[0] + 1] : times(bits.count(), () => bits.count()))),
          runs: times(bits.count(), () => ({
            year: (year = bits.take() ? year : String(bits.count())),
            series: start.series[bits.count()].id,
            units: bits.count(),
          })),
        };
      }),

    issues: () =>
      file(`${set}/issues`, (/** @type {IssuesFile} */ { newest, rows, slugs }) => {
        const bits = new Bits(rows);
        let [end, day, number] = [0, newest, 0];
        return times(start.issues, () => {
          const [first, next] = [end, (end += bits.count())];
          const date = new Date((day -= bits.count()) * 864e5).toISOString().slice(0, 10);
          const { id: series, default: plain } = start.series[bits.count()];
          const year = bits.take() ? date.slice(0, 4) : String(bits.count());
          number = bits.take() ? number - 1 : bits.count();
          const id = `${plain ? '' : `${series}-`}${year}-${number ? String(number).padStart(3, '0') : slugs.shift()}`;
          return { first, end: next, date, series, year, number: String(number), id };
        });
      }),
  };
};
