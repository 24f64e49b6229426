// The index as files: loads them, reads their bits, and says which sections hold a text. types.d.ts
// describes each file. A section is called by its place; 0 is the first of the newest issue.

/** @type {Map<string, (payload: any) => void>} */
const waiting = new Map();

/** What every file of the index calls: from the disk a page may load nothing but scripts. @type {Tongbao['put']} */
function put(path, payload) {
  const done = waiting.get(path);
  if (done) {
    done(payload);
  }
}

const ownScript = window.document && /** @type {HTMLScriptElement | null} */ (document.currentScript);

/** @type {Load} */
function loadScript(path, suffix = '') {
  return new Promise((resolve, reject) => {
    const shard = `search/${path}.js`;
    const script = document.createElement('script');
    waiting.set(path, resolve);
    script.onload = script.onerror = () => {
      waiting.delete(path);
      script.remove();
      reject(Object.assign(new Error(`cannot load ${shard}`), { shard })); // means nothing when it has come
    };
    script.src = new URL(`../${shard}${suffix}`, ownScript ? ownScript.src : '').href;
    document.head.append(script);
  });
}

const BITMAP = 31;

/** Reads bits, the highest of a byte first. */
class Bits {
  /** @param {string} base64 */
  constructor(base64) {
    const raw = atob(base64);
    this.at = 0;
    this.bytes = new Uint8Array(raw.length + 8); // peek looks past the end
    for (let i = 0; i < raw.length; i += 1) {
      this.bytes[i] = raw.charCodeAt(i);
    }
  }

  /** The next 32 bits, not yet taken. */
  peek() {
    const { bytes, at } = this;
    const i = at >> 3;
    const shift = at & 7;
    const word = (bytes[i] << 24) | (bytes[i + 1] << 16) | (bytes[i + 2] << 8) | bytes[i + 3];
    return (word << shift) | (bytes[i + 4] >> (8 - shift));
  }

  /** @param {number} count of bits, up to 32 */
  take(count) {
    const value = count ? this.peek() >>> (32 - count) : 0;
    this.at += count;
    return value;
  }

  /** Elias gamma: a number from 1. */
  gamma() {
    const zeros = Math.clz32(this.peek());
    this.at += zeros;
    return this.take(zeros + 1);
  }

  /** @param {number} low how many lower bits follow the upper part in ones */
  rice(low) {
    let upper = 0;
    let ones = 32;
    while (ones === 32) {
      ones = Math.clz32(~this.peek());
      upper += ones;
      this.at += ones;
    }
    this.at += 1;
    return upper * 2 ** low + this.take(low);
  }

  /** Ascending numbers, as gaps or as a bitmap. @param {number} count @param {number} limit */
  rising(count, limit) {
    const numbers = new Int32Array(count);
    const low = count ? this.take(5) : 0;
    for (let i = 0, next = 0; next < limit && (i < count || low === BITMAP); next += 1) {
      if (low !== BITMAP) {
        next += this.rice(low);
        numbers[i++] = next;
      } else if (this.take(1)) {
        numbers[i++] = next;
      }
    }
    return numbers;
  }

  /** Marks of some among `count` things. @param {number} count @param {number} inverted */
  marks(count, inverted) {
    const marks = new Uint8Array(count).fill(inverted);
    for (const i of this.rising(this.gamma() - 1, count)) {
      marks[i] = 1 - inverted;
    }
    return marks;
  }

  /** Rising numbers with their count, each gap in gamma. @param {number} least */
  numbers(least) {
    const numbers = [];
    for (let count = this.gamma(), next = least; count > 1; count -= 1) {
      next += this.gamma();
      numbers.push(next - 1);
    }
    return numbers;
  }

  /** At a byte's start: seven bits a byte, the lowest first. @returns {number} */
  varint() {
    const byte = this.take(8);
    return byte < 128 ? byte : byte - 128 + 128 * this.varint();
  }

  /** @param {number} count */
  varints(count) {
    return Array.from({ length: count }, () => this.varint());
  }
}

/** @param {Bits} bits @param {number} units @returns {PlaceList} */
function readList(bits, units) {
  const count = bits.gamma();
  const places = bits.rising(count, units);
  const order = [bits.take(2), bits.take(2), bits.take(2)];
  order.push(6 - order[0] - order[1] - order[2]);
  const levels = new Uint8Array(count);
  for (let i = 0; i < count; i += 1) {
    const zeros = Math.min(3, Math.clz32(bits.peek()));
    bits.at += Math.min(3, zeros + 1);
    levels[i] = order[zeros];
  }
  return { places, levels, headings: bits.take(1) ? bits.marks(count, 0) : new Uint8Array(count) };
}

const [IS_WORD, IS_NAME, POINTER, RARE, STARTS] = [1, 2, 4, 8, 16];
const [ALL, MIXED] = [1, 2];
/** Characters of an edge that are written; a text that came so far has the others too, if it occurs. */
const SEEN = 24;
const UNSEEN = -1;

/** @param {string} payload @param {number} shard its number @returns {IndexShard} */
function readIndex(payload, shard) {
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
    if (flags & IS_NAME) {
      bits.varints(bits.varint()); // whose name it is
    }
    const starts = flags & STARTS ? bits.at / 8 : -1;
    const align = Array.from({ length: depth - dmin + 1 }, (_, i) =>
      starts < 0 ? 0 : (bits.bytes[starts + (i >> 2)] >> ((i & 3) * 2)) & 3,
    );
    bits.at += starts < 0 ? 0 : ((align.length + 3) >> 2) * 8;
    const [of, at] = flags & POINTER ? bits.varints(2) : [shard, record];
    const size = flags & POINTER ? 0 : bits.varint();
    const ownSize = flags & IS_NAME || align.includes(MIXED) ? bits.varint() : 0;
    return { parent, depth, dmin, flags, label, align, size, ownSize, start: 0, shard, record, list: { shard: of, record: at } };
  });
  for (const record of records) {
    record.start = bits.at;
    bits.at += (record.size + record.ownSize) * 8;
  }
  return { bits, above, path, records };
}

/** How many characters of a label a text has from a place on. @param {number[]} label @param {number[]} text @param {number} from */
function agreement(label, text, from) {
  let count = 0;
  while (count < label.length && from + count < text.length && (label[count] === text[from + count] || label[count] === UNSEEN)) {
    count += 1;
  }
  return count;
}

/**
 * The deepest record whose label agrees with a text for at least its dmin, and the words on the way.
 * @param {IndexShard} index the shard where the text would stand
 * @param {number[]} text character ids
 */
function descend({ above, path, records }, text) {
  /** @type {Reached} */
  const reached = { at: null, agreed: 0, unseen: false, words: [] };
  let whole = 0; // label length of the last record that agrees to its end
  /** @param {IndexPlace} at @param {number} agreed @param {boolean} unseen */
  function reach(at, agreed, unseen) {
    if (agreed >= at.dmin) {
      Object.assign(reached, { at, agreed, unseen });
    }
    if (agreed === at.depth) {
      whole = agreed;
      if (at.flags & IS_WORD && !unseen) {
        reached.words.push(agreed);
      }
    }
  }
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
}

/** How many of a list's first items pass, the others not. @template T @param {T[]} list @param {(item: T) => boolean} passes */
function countFirst(list, passes) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(list[middle])) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** What ranks a text in a section, from the section itself. @param {LoadedUnit} unit @param {string} text @param {number} pivot */
function judge(unit, text, pivot) {
  const { bytes } = new Bits(unit.w);
  const isBorder = (/** @type {number} */ at) => bytes[at >> 3] & (128 >> (at & 7));
  const size = Array.from(text).length;
  let [length, start, count, kind] = [0, 0, 0, 4];
  for (const block of unit.blocks) {
    const folded = block.folded().text;
    for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + 1)) {
      const first = start + Array.from(folded.slice(0, at)).length;
      count += 1;
      kind = Math.min(kind, block.heading ? 2 : isBorder(first) && isBorder(first + size) ? 3 : 4);
    }
    const chars = Array.from(folded).length;
    length += chars;
    start += chars + 1;
  }
  return { count, kind, level: level(impact(count, length, pivot)) };
}

/**
 * An index, opened by its root; every file is loaded once.
 * @param {Start} start
 * @param {Load} load
 */
function openIndex(start, load) {
  const { set, units } = start;
  /** @type {Map<string, Promise<any>>} */
  const files = new Map();
  /** @param {string} path @param {(payload: any) => any} [read] */
  function file(path, read = (payload) => payload) {
    const loaded = files.get(path) || load(path).then(read);
    files.set(path, loaded);
    loaded.catch(() => files.delete(path));
    return loaded;
  }

  const folded = folder(start.fold);
  const ids = new Map(Array.from(start.chars, (c, id) => [c, id]));
  /** @type {number[][]} the least text of each index shard */
  const separators = [[]];
  const keys = new Bits(start.shards.keys);
  while (separators.length < start.shards.count) {
    const kept = separators[separators.length - 1].slice(0, keys.varint());
    separators.push([...kept, ...keys.varints(keys.varint())]);
  }
  const slices = start.text.flatMap(({ hash, first, slices: counts }) =>
    counts.map((count, n) => ({ path: `text-${hash}/${n}`, first: (first += count) - count })),
  );

  /** @param {TextSlice} slice @returns {LoadedUnit[]} */
  const readSlice = (slice) =>
    slice.units.map((unit) => {
      const blocks = unit.b.map((text, i) => {
        /** @type {Folded | undefined} */
        let fold;
        return { text, heading: unit.k[i] === '1', folded: () => (fold = fold || folded(text)) };
      });
      return { ...unit, slice, blocks };
    });

  /** The text of a section. @param {number} place @returns {Promise<LoadedUnit>} */
  async function unit(place) {
    const { path, first } = slices[countFirst(slices, (slice) => slice.first <= place) - 1];
    return (await file(path, readSlice))[place - first];
  }

  /** @param {number} number @returns {Promise<IndexShard>} */
  const shard = (number) => file(`${set}/i/${number}`, (payload) => readIndex(payload, number));

  /** @param {number[]} text */
  async function reach(text) {
    const number = countFirst(separators, (least) => {
      const same = agreement(least, text, 0);
      return same === least.length || least[same] < text[same];
    });
    return descend(await shard(number - 1), text);
  }

  /** The sections that may hold a text; null when it stands nowhere. @param {number[]} text */
  async function lookUp(text) {
    const { at, agreed, unseen } = await reach(text);
    if (!at || (agreed < text.length && agreed < at.depth)) {
      return null;
    }
    const record = (await shard(at.shard)).records[at.record];
    const { bits, records } = await shard(record.list.shard);
    const owner = records[record.list.record];
    bits.at = owner.start;
    const list = (owner.read = owner.read || readList(bits, units));
    const exact = agreed === text.length;
    return exact || list.places.length <= start.big ? { record, unseen, exact, list } : null;
  }

  /** A stored text's hits. @param {IndexRecord} record @param {PlaceList} list @param {number} depth @returns {Promise<Hits>} */
  async function stored({ shard: number, align, dmin, flags, start: at, size, ...record }, { places, levels, headings }, depth) {
    const { bits } = await shard(number);
    bits.at = at + size * 8;
    const subset = () => bits.marks(places.length, bits.take(1));
    const marks = align.map((kind) => (kind === MIXED ? subset() : null));
    const about = flags & IS_NAME && depth === record.depth ? subset() : null;
    const aligned = marks[depth - dmin];
    const kinds = new Uint8Array(places.length).fill(align[depth - dmin] === ALL ? 3 : 4);
    for (let i = 0; i < kinds.length; i += 1) {
      kinds[i] = about && about[i] ? 1 : headings[i] ? 2 : aligned && aligned[i] ? 3 : kinds[i];
    }
    return { places, levels, kinds };
  }

  /** Reads the sections that may hold a text. @param {Int32Array} candidates @param {string} text @returns {Promise<Hits>} */
  async function verified(candidates, text) {
    const read = await Promise.all(Array.from(candidates, unit));
    const all = read.map((one, i) => ({ place: candidates[i], ...judge(one, text, start.pivot) }));
    const found = all.filter(({ count }) => count > 0);
    return {
      places: Int32Array.from(found, ({ place }) => place),
      levels: Uint8Array.from(found, (one) => one.level),
      kinds: Uint8Array.from(found, ({ kind }) => kind),
    };
  }

  /** @param {string} text folded, not empty */
  async function find(text) {
    const query = Array.from(text, (c) => ids.get(c) ?? -2);
    const first = query.includes(-2) ? null : await lookUp(query);
    if (!first) {
      return verified(new Int32Array(0), text);
    }
    let left = first.list.places;
    if (first.exact) {
      const sure = !first.unseen || (await verified(left.slice(0, 1), text)).places.length;
      return sure ? stored(first.record, first.list, query.length) : verified(new Int32Array(0), text);
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
  }

  /** @type {Map<string, Promise<Hits>>} */
  const known = new Map();
  /** The sections that hold a text, with what ranks them. @param {string} text folded, not empty */
  function hits(text) {
    const found = known.get(text) || find(text);
    known.set(text, found);
    found.catch(() => known.delete(text));
    return found;
  }

  /** The lengths of the words that begin at each character. @param {string} text folded */
  function words(text) {
    const query = Array.from(text, (c) => ids.get(c) ?? -2);
    return Promise.all(query.map(async (_, at) => (query[at] < 0 ? [] : (await reach(query.slice(at))).words)));
  }

  /**
   * Rows of the table of names, at most 200.
   * @param {number[]} kinds 0 name, 1 joined pinyin, 2 initials, 3 id
   * @param {string} key where they begin
   * @param {(key: string) => boolean} fits what fits stands together
   */
  async function names(kinds, key, fits) {
    const { first } = start.names;
    const next = countFirst(first, (one) => one < key);
    /** @type {{ key: string, entity: EntityRow }[]} */
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
  }

  /** The sections of an entity. @param {number} number */
  async function sectionsOf(number) {
    const { first } = start.lists;
    const n = countFirst(first, (one) => one <= number) - 1;
    const bits = new Bits((await file(`${set}/l/${n}`)).lists[number - first[n]]);
    return bits.rising(bits.gamma() - 1, units);
  }

  /** @param {number} number @returns {Promise<[kind: number, id: string, name: string]>} */
  const entity = async (number) => (await file(`${set}/e/${number >> 6}`))[number & 63];

  /** Companies by number in each of 1,024 sections. @param {number} block @returns {Promise<number[][]>} */
  const companies = (block) =>
    file(`${set}/c/${block}`, (payload) => {
      const bits = new Bits(payload);
      return Array.from({ length: Math.min(1024, units - block * 1024) }, () => bits.numbers(start.townships));
    });

  /** Townships by number in every section. @returns {Promise<number[][]>} */
  const townships = () =>
    file(`${set}/facets`, (payload) => {
      const bits = new Bits(payload);
      /** @type {number[]} */
      let last = [];
      return Array.from({ length: units }, () => (last = bits.take(1) ? [last[0] + 1] : bits.numbers(0)));
    });

  /** @returns {Promise<Issue[]>} newest first */
  const issues = () =>
    file(`${set}/issues`, (/** @type {IssuesFile} */ { rows }) => {
      let end = 0;
      return rows.map(([count, date, at, year, number, slug]) => {
        const { id: series, default: plain } = start.series[at];
        const id = `${plain ? '' : `${series}-`}${year}-${number ? String(number).padStart(3, '0') : slug}`;
        return { first: end, end: (end += count), date, series, year: String(year), number: String(number), id };
      });
    });

  return { start, folded, hits, words, unit, names, sectionsOf, entity, companies, townships, issues };
}
