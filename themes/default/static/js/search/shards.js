// The index as files, each described in types.d.ts: loads them, reads their bits, says which sections hold a
// text. A section is called by its place; 0 is the first of the newest issue.
/** @type {Map<any, (payload: any) => void>} by the script that brings it */
const waiting = new Map();
const ownScript = window.document && /** @type {HTMLScriptElement | null} */ (document.currentScript);

/** Scripts are all that a page from the disk may load; each calls tongbao.put. @type {Load} */
const loadScript = (path, suffix = '') =>
  new Promise((resolve, reject) => {
    const shard = `search/${path}.js`;
    /** @type {HTMLScriptElement | null} a tag of the page itself that has not run yet */
    const tag = suffix ? null : document.querySelector(`script[src$="${shard}"]`);
    const script = tag || document.createElement('script');
    waiting.set(script, resolve);
    script.onload = script.onerror = () => {
      script.remove();
      waiting.delete(script);
      reject(Object.assign(new Error(`cannot load ${shard}`), { shard })); // means nothing when it has come
    };
    if (!tag) {
      script.src = new URL(`../${shard}${suffix}`, ownScript ? ownScript.src : '').href;
      document.head.append(script);
    }
  });

/** Reads bits, the highest of a byte first. */
class Bits {
  constructor(base64 = '') {
    this.at = 0;
    this.bytes = Uint8Array.from(atob(base64) + '\0'.repeat(8), (c) => c.charCodeAt(0)); // peek looks past the end
  }

  peek() {
    const { bytes, at } = this;
    const [i, shift] = [at >> 3, at & 7];
    const word = (bytes[i] << 24) | (bytes[i + 1] << 16) | (bytes[i + 2] << 8) | bytes[i + 3];
    return (word << shift) | (bytes[i + 4] >> (8 - shift));
  }

  take(count = 1) {
    const value = count ? this.peek() >>> (32 - count) : 0;
    this.at += count;
    return value;
  }

  gamma() {
    const zeros = Math.clz32(this.peek());
    this.at += zeros;
    return this.take(zeros + 1);
  }

  rice(low = 0) {
    let [upper, ones] = [0, 32];
    while (ones === 32) {
      ones = Math.clz32(~this.peek());
      upper += ones;
      this.at += ones;
    }
    this.at += 1;
    return upper * 2 ** low + this.take(low);
  }

  /** Ascending numbers below a limit. */
  rising(count = 0, limit = 0) {
    const numbers = new Int32Array(count);
    const low = count ? this.take(5) : 0;
    const bitmap = low === 31;
    for (let i = 0, next = 0; next < limit && (i < count || bitmap); next += 1) {
      next += bitmap ? 0 : this.rice(low);
      if (!bitmap || this.take(1)) {
        numbers[i++] = next;
      }
    }
    return numbers;
  }

  /** Marks of some among `count` things. */
  marks(count = 0, some = 0, inverted = 0) {
    const marks = new Uint8Array(count).fill(inverted);
    this.rising(some, count).forEach((i) => (marks[i] = 1 - inverted));
    return marks;
  }

  /** A number from 0. */
  count() {
    return this.gamma() - 1;
  }

  /** @returns {number} */
  varint() {
    const byte = this.take(8);
    return byte < 128 ? byte : byte - 128 + 128 * this.varint();
  }

  varints(count = 0) {
    return Array.from({ length: count }, () => this.varint());
  }
}

/** @type {Fn['readList']} */
const readList = (bits, units) => {
  const count = bits.gamma();
  const places = bits.rising(count, units);
  const order = [bits.take(2), bits.take(2), bits.take(2)];
  order.push(6 - order[0] - order[1] - order[2]);
  const levels = places.map(() => {
    const zeros = Math.min(3, Math.clz32(bits.peek()));
    bits.at += Math.min(3, zeros + 1);
    return order[zeros];
  });
  return { places, levels, headings: bits.marks(count, bits.take() && bits.gamma()) };
};

const [WORD, NAME, POINTER, RARE, STARTS, OPEN] = [1, 2, 4, 8, 16, 32];
const [ALL, MIXED] = [1, 2];
/** Characters of an edge that are written; a text that came so far has the others too, if it occurs. */
const SEEN = 24;
const UNSEEN = -1;

/** @type {Fn['readIndex']} */
const readIndex = (payload, shard) => {
  const bits = new Bits(payload);
  const above = Array.from({ length: bits.varint() }, () => {
    const [depth, dmin, flags, of, record] = bits.varints(5);
    return { depth, dmin, flags, shard: of, record };
  });
  const path = bits.varints(bits.varint()).map((id) => id - 1);
  const records = Array.from({ length: bits.varint() }, (_, record) => {
    const [parent, edge, flags] = bits.varints(3);
    const label = [...bits.varints(Math.min(edge, SEEN)), ...new Array(Math.max(0, edge - SEEN)).fill(UNSEEN)];
    const depth = parent + edge;
    const dmin = flags & RARE ? bits.varint() : parent + 1;
    bits.varints(flags & NAME && bits.varint()); // whose name it is
    const four = flags & STARTS ? Array.from({ length: (depth - dmin + 4) >> 2 }, () => bits.take(8)) : [];
    const align = Array.from({ length: depth - dmin + 1 }, (_, i) => (four[i >> 2] >> ((i & 3) * 2)) & 3);
    const list = flags & POINTER ? bits.varints(2) : [shard, record];
    const size = flags & POINTER ? 0 : bits.varint();
    const ownSize = flags & NAME || align.includes(MIXED) ? bits.varint() : 0;
    return { parent, depth, dmin, flags, label, align, list, size, ownSize, start: 0, shard, record };
  });
  for (const record of records) {
    record.start = bits.at;
    bits.at += (record.size + record.ownSize) * 8;
  }
  return { bits, above, path, records };
};

/** @type {Fn['agreement']} */
const agreement = (label, text, from) => {
  let n = 0;
  while (n < label.length && from + n < text.length && (label[n] === text[from + n] || label[n] === UNSEEN)) {
    n += 1;
  }
  return n;
};

/** @type {Fn['descend']} */
const descend = ({ above, path, records }, text) => {
  /** @type {Reached} */
  const reached = { at: null, agreed: 0, unseen: false, words: [] };
  let whole = 0; // label length of the last record that agrees to its end
  /** @type {(at: IndexPlace, agreed: number, unseen: boolean) => void} */
  const reach = (at, agreed, unseen) => {
    if (agreed >= at.dmin) {
      Object.assign(reached, { at, agreed, unseen });
    }
    if (agreed === at.depth) {
      whole = agreed;
      reached.words.push(...(at.flags & WORD && !unseen ? [agreed] : []));
    }
  };
  const same = agreement(path, text, 0);
  for (const place of above) {
    const agreed = Math.min(same, place.depth);
    reach(place, agreed, path.slice(0, agreed).includes(UNSEEN));
  }
  for (const record of records) {
    if (record.parent < whole || whole === text.length) {
      break; // what follows branched off before
    }
    if (record.parent === whole) {
      const agreed = agreement(record.label, text, whole);
      reach(record, whole + agreed, reached.unseen || agreed > SEEN);
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
const judge = (unit, text, pivot) => {
  const { bytes } = new Bits(unit.w);
  const isBorder = (at = 0) => bytes[at >> 3] & (128 >> (at & 7));
  const size = Array.from(text).length;
  let [length, start, count, kind] = [0, 0, 0, 4];
  for (const { heading, folded } of unit.blocks) {
    const whole = folded().text;
    for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
      const first = start + Array.from(whole.slice(0, at)).length;
      count += 1;
      kind = Math.min(kind, heading ? 2 : isBorder(first) && isBorder(first + size) ? 3 : 4);
    }
    const chars = Array.from(whole).length;
    length += chars;
    start += chars + 1;
  }
  return { count, kind, level: level(impact(count, length, pivot)) };
};

/** @type {Fn['openIndex']} */
const openIndex = (start, load) => {
  const { set, units, lists, chars, fold, shards } = start;
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
  const codePoints = (count = 0, base64 = '') => Array.from(new Bits(base64).rising(count, Infinity), (code) => String.fromCodePoint(code));
  const alphabet = [...chars.common, ...codePoints(chars.count, chars.rest)];
  const ids = new Map(alphabet.map((c, id) => [c, id]));
  const idsOf = (text = '') => Array.from(text, (c) => ids.get(c) ?? -2);
  const bitsFor = (things = 0) => 32 - Math.clz32(things);
  const [targets, to] = [[...alphabet, ...fold.marks], new Bits(fold.to)];
  const unified = new Map(codePoints(fold.count, fold.from).map((c) => [c, targets[to.take(bitsFor(targets.length))]]));
  const folded = folder(unified, fold.dropped);
  const keys = new Bits(shards.keys);
  /** @type {number[][]} the least text of each index shard */
  const separators = [[]];
  while (separators.length < shards.count) {
    const kept = separators[separators.length - 1].slice(0, keys.count());
    separators.push([...kept, ...Array.from({ length: keys.gamma() }, () => keys.take(bitsFor(alphabet.length)))]);
  }
  const cuts = new Bits(start.slices);
  let end = 0;
  const slices = start.texts.flatMap((hash) =>
    Array.from({ length: cuts.gamma() }, (_, n) => ({ path: `text-${hash}/${n}`, first: end, end: (end += cuts.gamma()) })),
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
    const { path, first } = slices[countFirst(slices, (slice) => slice.end <= place)];
    return (await file(path, readSlice))[place - first];
  };

  /** @returns {Promise<IndexShard>} */
  const shard = (n = 0) => file(`${set}/i/${n}`, (payload) => readIndex(payload, n));
  const reach = async (text = [0]) => {
    const n = countFirst(separators, (least) => {
      const same = agreement(least, text, 0);
      return same === least.length || least[same] < text[same];
    });
    return descend(await shard(n - 1), text);
  };
  /** The sections that may hold a text; null when it stands nowhere. */
  const lookUp = async (text = [0]) => {
    const { at, agreed, unseen } = await reach(text);
    if (!at || (agreed < text.length && agreed < at.depth)) {
      return null;
    }
    const record = (await shard(at.shard)).records[at.record];
    const { bits, records } = await shard(record.list[0]);
    const owner = records[record.list[1]];
    bits.at = owner.start;
    const list = (owner.read = owner.read || readList(bits, units));
    const exact = agreed === text.length;
    const proven = list.places.length > start.big && !(record.flags & OPEN);
    return exact || !proven ? { record, unseen, exact, list } : null;
  };

  /** The hits of a text that has a record. @type {(record: IndexRecord, list: PlaceList, depth: number) => Promise<Hits>} */
  const stored = async (record, { places, levels, headings }, depth) => {
    const { bits } = await shard(record.shard);
    bits.at = record.start + record.size * 8;
    const subset = () => {
      const inverted = bits.take();
      return bits.marks(places.length, bits.count(), inverted);
    };
    const marks = record.align.map((kind) => (kind === MIXED ? subset() : null));
    const about = record.flags & NAME && depth === record.depth ? subset() : null;
    const aligned = marks[depth - record.dmin];
    const usual = record.align[depth - record.dmin] === ALL ? 3 : 4;
    const kinds = places.map((_, i) => (about && about[i] ? 1 : headings[i] ? 2 : aligned && aligned[i] ? 3 : usual));
    return { places, levels, kinds };
  };

  /** The hits among a few sections. @type {(places: Int32Array, text: string) => Promise<Hits>} */
  const verified = async (places, text) => {
    const read = await Promise.all(Array.from(places, unit));
    const all = read.map((one, i) => ({ place: places[i], ...judge(one, text, start.pivot) }));
    const found = all.filter(({ count }) => count > 0);
    const column = (/** @type {'place' | 'level' | 'kind'} */ key) => Int32Array.from(found, (one) => one[key]);
    return { places: column('place'), levels: column('level'), kinds: column('kind') };
  };

  const find = async (text = '') => {
    const query = idsOf(text);
    const first = query.includes(-2) ? null : await lookUp(query);
    let left = first ? first.list.places : new Int32Array(0);
    if (first && first.exact) {
      const sure = !first.unseen || (await verified(left.slice(0, 1), text)).places.length;
      return sure ? stored(first.record, first.list, query.length) : verified(left.slice(0, 0), text);
    }
    // The text is rare: what begins within it is looked up too, until few sections are left to read.
    const inner = query.map((_, at) => at).slice(1);
    const spread = inner.length < 4 ? inner : [1, 2, 3].map((quarter) => Math.round((query.length * quarter) / 4));
    for (const [few, starts] of /** @type {[number, number[]][]} */ ([[6, spread], [8, inner]])) {
      for (const found of await Promise.all(left.length > few ? starts.map((at) => lookUp(query.slice(at))) : [])) {
        const marks = new Uint8Array(units);
        (found ? found.list.places : []).forEach((place) => (marks[place] = 1));
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
    words: (text) => Promise.all(idsOf(text).map(async (id, at, all) => (id < 0 ? [] : (await reach(all.slice(at))).words))),

    async names(kinds, key, fits) {
      const { first } = start.names;
      const next = countFirst(first, (one) => one < key);
      const rows = [];
      let left = 200;
      for (let n = Math.max(0, next - 1); n < first.length && left > 0 && (n < next || fits(first[n])); n += 1) {
        /** @type {NamesFile} */
        const { keys: all, entities } = await file(`${set}/n/${n}`);
        const fitting = all.filter(([name, kind]) => kinds.includes(kind) && fits(name)).slice(0, left);
        left -= fitting.length;
        rows.push(...fitting.flatMap(([name, , who]) => who.map((i) => ({ key: name, entity: entities[i] }))));
      }
      return rows;
    },

    async sectionsOf(number) {
      const n = countFirst(lists.first, (one) => one <= number) - 1;
      const bits = new Bits((await file(`${set}/l/${n}`)).lists[number - lists.first[n]]);
      return bits.rising(bits.count(), units);
    },

    entity: async (number) => (await file(`${set}/e/${number >> 4}`))[number & 15],

    companies: (block) =>
      file(`${set}/c/${block}`, (payload) => {
        const bits = new Bits(payload);
        const numbers = () => Array.from({ length: bits.count() }, () => bits.take(bitsFor(start.entities)));
        return Array.from({ length: Math.min(128, units - block * 128) }, numbers);
      }),

    facets: () =>
      file(`${set}/facets`, (/** @type {FacetsFile} */ { units: payload, runs }) => {
        const bits = new Bits(payload);
        let [last, year] = [[0], ''];
        return {
          townships: Array.from({ length: units }, () => (last = bits.take() ? [last[0] + 1] : Array.from({ length: bits.count() }, () => bits.count()))),
          runs: Array.from({ length: runs }, () => ({
            year: (year = bits.take() ? year : String(bits.gamma())),
            series: start.series[bits.count()].id,
            units: bits.count(),
          })),
        };
      }),

    issues: () =>
      file(`${set}/issues`, (/** @type {IssuesFile} */ { newest, count, rows, slugs }) => {
        const bits = new Bits(rows);
        let [end, day, number, slug] = [0, newest, 0, 0];
        return Array.from({ length: count }, () => {
          const [first, next] = [end, (end += bits.count())];
          const date = new Date((day -= bits.count()) * 864e5).toISOString().slice(0, 10);
          const { id: series, default: plain } = start.series[bits.count()];
          const year = bits.take() ? date.slice(0, 4) : String(bits.gamma());
          number = bits.take() ? number - 1 : bits.count();
          const id = `${plain ? '' : `${series}-`}${year}-${number ? String(number).padStart(3, '0') : slugs[slug++]}`;
          return { first, end: next, date, series, year, number: String(number), id };
        });
      }),
  };
};
