'use strict';

// The index as files: loads them, reads their bits, and says which sections hold a text. The files are
// described in types.d.ts; sections are called by their place, 0 being the first of the newest issue.
(() => {
  const { tongbao } = window;
  const { searching } = tongbao;

  /** @type {Map<string, (payload: any) => void>} files asked for */
  const waiting = new Map();
  /** @type {Map<string, any>} files that came unasked, with the page */
  const early = new Map();
  // Every file of the index is a script that calls this, since a page opened from the disk may load nothing else.
  tongbao.put = (path, payload) => {
    const done = waiting.get(path);
    if (done) {
      done(payload);
    } else {
      early.set(path, payload);
    }
  };

  const own = window.document && /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const base = own ? new URL('../search/', own.src).href : '';

  /**
   * @param {string} path below search/, without .js
   * @param {string} [suffix] of the address, to get past a cache
   * @returns {Promise<any>} rejects with an Error that names the file as `.shard`
   */
  function load(path, suffix) {
    if (early.has(path) && !suffix) {
      return Promise.resolve(early.get(path));
    }
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      waiting.set(path, resolve);
      script.onload = script.onerror = () => {
        waiting.delete(path);
        script.remove();
        const shard = `search/${path}.js`;
        reject(Object.assign(new Error(`cannot load ${shard}`), { shard })); // nothing happens when it came
      };
      script.src = `${base}${path}.js${suffix || ''}`;
      document.head.append(script);
    });
  }

  /** Bytes of base64, with zeros behind them so that Bits may read past the end. @param {string} text */
  function bytesOf(text) {
    const raw = atob(text);
    const bytes = new Uint8Array(raw.length + 8);
    for (let i = 0; i < raw.length; i += 1) {
      bytes[i] = raw.charCodeAt(i);
    }
    return bytes;
  }

  /** Reads bits, the highest of a byte first. */
  class Bits {
    /** @param {Uint8Array} bytes @param {number} start byte */
    constructor(bytes, start) {
      this.bytes = bytes;
      this.at = start * 8;
    }

    /** The next 32 bits, not yet taken. */
    peek() {
      const { bytes, at } = this;
      const i = at >> 3;
      const shift = at & 7;
      const word = (bytes[i] << 24) | (bytes[i + 1] << 16) | (bytes[i + 2] << 8) | bytes[i + 3];
      return (word << shift) | (bytes[i + 4] >> (8 - shift));
    }

    /** @param {number} count up to 32 */
    take(count) {
      const value = count ? this.peek() >>> (32 - count) : 0;
      this.at += count;
      return value;
    }

    /** A number from 1: as many zeros as it has bits after the first, then its bits. */
    gamma() {
      const zeros = Math.clz32(this.peek());
      this.at += zeros;
      return this.take(zeros + 1);
    }

    /** A number from 0: its upper part in ones, a zero, its lower part in bits. @param {number} low */
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
  }

  const BITMAP = 31;

  /** Ascending numbers below a limit, as gaps or as a bitmap. @param {Bits} bits @param {number} count @param {number} limit */
  function readRising(bits, count, limit) {
    const numbers = new Int32Array(count);
    const low = count ? bits.take(5) : 0;
    if (low === BITMAP) {
      for (let number = 0, i = 0; number < limit && i < count; number += 1) {
        if (bits.take(1)) {
          numbers[i++] = number;
        }
      }
    } else {
      for (let i = 0, next = 0; i < count; i += 1) {
        next += bits.rice(low);
        numbers[i] = next++;
      }
    }
    return numbers;
  }

  /** Marks for some of `count` things. @param {Bits} bits @param {number} count */
  function readSubset(bits, count) {
    const out = bits.take(1);
    const marks = new Uint8Array(count).fill(out);
    for (const i of readRising(bits, bits.gamma() - 1, count)) {
      marks[i] = 1 - out;
    }
    return marks;
  }

  /** @param {Bits} bits @param {number} units @returns {PlaceList} */
  function readList(bits, units) {
    const count = bits.gamma();
    const places = readRising(bits, count, units);
    const [a, b, c] = [bits.take(2), bits.take(2), bits.take(2)];
    const d = 6 - a - b - c;
    const levels = new Uint8Array(count);
    for (let i = 0; i < count; i += 1) {
      const next = bits.peek() >>> 29;
      const [level, length] = next > 3 ? [a, 1] : next > 1 ? [b, 2] : next ? [c, 3] : [d, 3];
      levels[i] = level;
      bits.at += length;
    }
    /** @type {Uint8Array | null} */
    let headings = null;
    if (bits.take(1)) {
      headings = new Uint8Array(count);
      for (const i of readRising(bits, bits.gamma() - 1, count)) {
        headings[i] = 1;
      }
    }
    return { places, levels, headings };
  }

  const [WORD, NAME, POINTER, RARE, START] = [1, 2, 4, 8, 16];
  /** The first characters of an edge; any text that got there agrees with the rest if it occurs at all. */
  const SEEN = 24;
  const [NONE, ALL, MIXED] = [0, 1, 2];

  /** @param {Uint8Array} bytes */
  function varints(bytes) {
    let at = 0;
    const one = () => {
      let value = 0;
      for (let unit = 1; ; unit *= 128) {
        const byte = bytes[at++];
        value += (byte & 127) * unit;
        if (byte < 128) {
          return value;
        }
      }
    };
    return {
      one,
      /** @param {number} count */
      some: (count) => Array.from({ length: count }, one),
      /** @param {number} count @returns {number} where they begin */
      skip: (count) => (at += count) - count,
    };
  }

  /** @param {string} payload @param {number} number of the shard @returns {IndexShard} */
  function readIndex(payload, number) {
    const bytes = bytesOf(payload);
    const { one, some, skip } = varints(bytes);
    const above = Array.from({ length: one() }, () => {
      const [depth, dmin, flags, shard, record] = some(5);
      return { depth, dmin, flags, shard, record };
    });
    const path = some(one());
    const records = Array.from({ length: one() }, (_, record) => {
      const parent = one();
      const edge = one();
      const flags = one();
      const chars = some(Math.min(edge, SEEN));
      const depth = parent + edge;
      const dmin = flags & RARE ? one() : parent + 1;
      if (flags & NAME) {
        some(one()); // whose name it is, for other readers
      }
      /** @type {number[]} */
      const align = new Array(depth - dmin + 1).fill(NONE);
      if (flags & START) {
        const start = skip((align.length + 3) >> 2);
        align.forEach((_, i) => {
          align[i] = (bytes[start + (i >> 2)] >> ((i & 3) * 2)) & 3;
        });
      }
      const pointer = flags & POINTER ? { shard: one(), record: one() } : null;
      const listSize = pointer ? 0 : one();
      const ownSize = flags & NAME || align.includes(MIXED) ? one() : 0;
      return { parent, depth, dmin, flags, chars, align, pointer, listSize, ownSize, list: 0, own: 0, shard: number, record };
    });
    for (const record of records) {
      record.list = skip(record.listSize);
      record.own = skip(record.ownSize);
    }
    return { bytes, above, path, records };
  }

  /**
   * The deepest record whose label agrees with a text for at least its dmin, and the words on the way there.
   * @param {IndexShard} index the shard where the text would stand
   * @param {number[]} text character ids
   * @returns {Reached}
   */
  function descend({ above, path, records }, text) {
    /** @type {Reached} */
    const reached = { at: null, agreed: 0, blind: false, words: [] };
    /** @type {number} label length of the last record that agrees as a whole */
    let whole = 0;
    /** @param {IndexPlace} place @param {number} agreed @param {boolean} blind */
    function reach(place, agreed, blind) {
      if (agreed >= place.dmin) {
        Object.assign(reached, { at: place, agreed, blind });
      }
      if (agreed === place.depth) {
        whole = agreed;
        if (place.flags & WORD && agreed > 1 && !blind) {
          reached.words.push(agreed);
        }
      }
    }
    let same = 0;
    while (same < path.length && same < text.length && (path[same] === 0 || path[same] - 1 === text[same])) {
      same += 1;
    }
    for (const place of above) {
      const agreed = Math.min(same, place.depth);
      reach(place, agreed, path.slice(0, agreed).includes(0));
    }
    for (const record of records) {
      if (record.parent < whole || whole === text.length) {
        break; // all that follows branched off before
      }
      if (record.parent === whole) {
        const { chars, depth } = record;
        let agreed = 0;
        while (agreed < chars.length && whole + agreed < text.length && chars[agreed] === text[whole + agreed]) {
          agreed += 1;
        }
        const hidden = agreed === SEEN ? Math.min(depth, text.length) - whole - SEEN : 0;
        reach(record, whole + agreed + hidden, reached.blind || hidden > 0);
      }
    }
    return reached;
  }

  /** @param {string} a @param {string} b @returns {boolean} a before b, by code points */
  function before(a, b) {
    const [x, y] = [Array.from(a), Array.from(b)];
    const i = x.findIndex((c, at) => c !== y[at]);
    return i < 0 ? x.length < y.length : i < y.length && /** @type {any} */ (x[i].codePointAt(0)) < /** @type {any} */ (y[i].codePointAt(0));
  }

  /** How many of a sorted list's first items pass. @param {number} length @param {(i: number) => boolean} passes */
  function countFirst(length, passes) {
    let [low, high] = [0, length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (passes(middle)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** @param {Int32Array} a @param {Int32Array} b both ascending */
  function intersect(a, b) {
    const set = new Set(a.length < b.length ? a : b);
    return (a.length < b.length ? b : a).filter((place) => set.has(place));
  }

  /** The separators of the index shards, as character ids. @param {string} keys @param {number} count */
  function readDirectory(keys, count) {
    const { one, some } = varints(bytesOf(keys));
    /** @type {number[][]} */
    const separators = [[]];
    while (separators.length < count) {
      const kept = separators[separators.length - 1].slice(0, one());
      separators.push([...kept, ...some(one())]);
    }
    return separators;
  }

  /** @param {number[]} a @param {number[]} b @returns {boolean} a not after b; a prefix stands before */
  function notAfter(a, b) {
    const i = a.findIndex((id, at) => id !== b[at]);
    return i < 0 || (i < b.length && a[i] < b[i]);
  }

  /** @param {TextSlice} slice @param {(text: string) => Folded} fold @returns {LoadedUnit[]} */
  function readSlice(slice, fold) {
    return slice.units.map((unit) => ({
      ...unit,
      slice,
      blocks: unit.b.map((text, i) => {
        /** @type {Folded | undefined} */
        let folded;
        return { text, heading: unit.k[i] === '1', folded: () => (folded = folded || fold(text)) };
      }),
    }));
  }

  /** Whether a section holds a text. @param {LoadedUnit} unit @param {string} text folded */
  const holds = (unit, text) => unit.blocks.some((block) => block.folded().text.includes(text));

  /** Level and class of a text in a section, from the section itself. @param {LoadedUnit} unit @param {string} text @param {number} pivot */
  function judge(unit, text, pivot) {
    const borders = new Bits(bytesOf(unit.w), 0);
    /** @param {number} at */
    const isBorder = (at) => (borders.bytes[at >> 3] >> (7 - (at & 7))) & 1;
    const size = Array.from(text).length;
    let [length, count, start, kind] = [0, 0, 0, 4];
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
    return { count, kind, level: searching.level(searching.impact(count, length, pivot)) };
  }

  /**
   * An index, opened by its root; every file is loaded once.
   * @param {Start} start
   * @param {Load} from
   */
  function open(start, from) {
    /** @type {Map<string, Promise<any>>} */
    const files = new Map();
    /** @param {string} path @param {(payload: any) => any} [read] */
    function file(path, read) {
      let loaded = files.get(path);
      if (!loaded) {
        loaded = from(path).then(read || ((payload) => payload));
        files.set(path, loaded);
        loaded.catch(() => files.delete(path));
      }
      return loaded;
    }

    const folded = searching.folder(start.fold);
    /** @param {string} text */
    const fold = (text) => folded(text).text;
    const ids = new Map(Array.from(start.chars, (c, id) => [c, id]));
    const directory = readDirectory(start.shards.keys, start.shards.count);
    const slices = start.text.flatMap(({ hash, first, slices: counts }) =>
      counts.map((count, n) => ({ path: `text-${hash}/${n}`, first: (first += count) - count })),
    );
    /** @type {Map<string, Promise<Hits>>} */
    const known = new Map();
    const nothing = { df: 0, places: new Int32Array(0), levels: new Uint8Array(0), kinds: new Uint8Array(0) };

    /** @param {number} number @returns {Promise<IndexShard>} */
    const shard = (number) => file(`${start.set}/i/${number}`, (payload) => readIndex(payload, number));

    /** @param {number} place @returns {Promise<LoadedUnit>} */
    async function unit(place) {
      const { path, first } = slices[countFirst(slices.length, (i) => slices[i].first <= place) - 1];
      return (await file(path, (slice) => readSlice(slice, folded)))[place - first];
    }

    /** @param {{ shard: number, record: number }} at @returns {Promise<PlaceList>} */
    async function list(at) {
      const index = await shard(at.shard);
      const record = index.records[at.record];
      if (record.pointer) {
        return list(record.pointer);
      }
      record.read = record.read || readList(new Bits(index.bytes, record.list), start.units);
      return record.read;
    }

    /** @param {number[]} text */
    async function reach(text) {
      return descend(await shard(countFirst(directory.length, (i) => notAfter(directory[i], text)) - 1), text);
    }

    /** The sections that may hold a text; null when it stands nowhere. @param {number[]} text */
    async function lookUp(text) {
      const { at, agreed, blind } = await reach(text);
      if (!at || (agreed < text.length && agreed < at.depth)) {
        return null;
      }
      const found = await list(at);
      const exact = agreed === text.length;
      return exact || found.places.length <= start.big ? { at, blind, exact, list: found } : null;
    }

    /** A stored text's hits. @param {IndexPlace} at @param {PlaceList} found @param {number} depth @returns {Promise<Hits>} */
    async function stored(at, found, depth) {
      const index = await shard(at.shard);
      const { dmin, flags, own, align } = index.records[at.record];
      const df = found.places.length;
      const bits = new Bits(index.bytes, own);
      const marks = align.map((kind) => (kind === MIXED ? readSubset(bits, df) : null));
      const about = flags & NAME ? readSubset(bits, df) : null;
      const aligned = marks[depth - dmin];
      const kinds = new Uint8Array(df).fill(align[depth - dmin] === ALL ? 3 : 4);
      for (let i = 0; i < df; i += 1) {
        if (about && about[i] && depth === at.depth) {
          kinds[i] = 1;
        } else if (found.headings && found.headings[i]) {
          kinds[i] = 2;
        } else if (aligned && aligned[i]) {
          kinds[i] = 3;
        }
      }
      return { df, places: found.places, levels: found.levels, kinds };
    }

    /** Reads the candidates. @param {Int32Array} places @param {string} text @returns {Promise<Hits>} */
    async function verified(places, text) {
      const read = await Promise.all(Array.from(places, unit));
      const found = read.map((one, i) => ({ place: places[i], ...judge(one, text, start.pivot) })).filter(({ count }) => count > 0);
      return {
        df: found.length,
        places: Int32Array.from(found, ({ place }) => place),
        levels: Uint8Array.from(found, ({ level }) => level),
        kinds: Uint8Array.from(found, ({ kind }) => kind),
      };
    }

    /** @param {string} text folded, not empty @returns {Promise<Hits>} */
    async function find(text) {
      const chars = Array.from(text, (c) => ids.get(c));
      const query = chars.flatMap((id) => (id === undefined ? [] : [id]));
      const first = query.length === chars.length ? await lookUp(query) : null;
      if (!first) {
        return nothing;
      }
      if (first.exact) {
        const sure = !first.blind || holds(await unit(first.list.places[0]), text);
        return sure ? stored(first.at, first.list, query.length) : nothing;
      }
      // The text is rare. What begins within it is looked up too, until few sections are left to read.
      const inner = Array.from({ length: query.length - 1 }, (_, i) => i + 1);
      const spread = inner.length < 4 ? inner : [1, 2, 3].map((quarter) => Math.round((query.length * quarter) / 4));
      let left = first.list.places;
      for (const [few, starts] of /** @type {[number, number[]][]} */ ([[6, spread], [8, inner]])) {
        const found = await Promise.all(left.length > few ? starts.map((at) => lookUp(query.slice(at))) : []);
        for (const one of found) {
          left = one ? intersect(left, one.list.places) : nothing.places;
        }
      }
      return verified(left, text);
    }

    /** The sections that hold a text, with what ranks them. @param {string} text folded, not empty */
    function hits(text) {
      const found = known.get(text) || find(text);
      known.set(text, found);
      found.catch(() => known.delete(text));
      return found;
    }

    /** For each place of a text, the lengths of the words that begin there. @param {string} text folded */
    async function words(text) {
      const chars = Array.from(text, (c) => ids.get(c));
      return Promise.all(
        chars.map(async (_, at) => {
          const end = chars.indexOf(undefined, at);
          const rest = /** @type {number[]} */ (chars.slice(at, end < 0 ? chars.length : end));
          return rest.length > 1 ? (await reach(rest)).words : [];
        }),
      );
    }

    /**
     * Rows of the names' table in order, at most 200.
     * @param {number[]} kinds 0 name, 1 joined pinyin, 2 initials, 3 id
     * @param {string} key where they begin
     * @param {(key: string) => boolean} fits the keys that fit follow each other
     * @returns {Promise<{ key: string, kind: number, entity: EntityRow }[]>}
     */
    async function names(kinds, key, fits) {
      const { first } = start.names;
      const rows = [];
      let taken = 0;
      for (let n = Math.max(0, countFirst(first.length, (i) => before(first[i], key)) - 1); n < first.length; n += 1) {
        /** @type {NamesFile} */
        const { keys, entities } = await file(`${start.set}/n/${n}`);
        for (const [name, kind, who] of keys) {
          if (kinds.includes(kind) && fits(name) && (taken += 1) <= 200) {
            rows.push(...who.map((i) => ({ key: name, kind, entity: entities[i] })));
          }
        }
        if (taken >= 200 || (n + 1 < first.length && !fits(first[n + 1]))) {
          break;
        }
      }
      return rows;
    }

    /** @param {number} number of an entity @returns {Promise<Int32Array>} its sections */
    async function sectionsOf(number) {
      const { first } = start.lists;
      const n = countFirst(first.length, (i) => first[i] <= number) - 1;
      const { lists } = await file(`${start.set}/l/${n}`);
      const bits = new Bits(bytesOf(lists[number - first[n]]), 0);
      return readRising(bits, bits.gamma() - 1, start.units);
    }

    /** @param {number} number @returns {Promise<[kind: number, id: string, name: string]>} */
    const entity = async (number) => (await file(`${start.set}/e/${number >> 6}`))[number & 63];

    /** Numbers of the companies in sections, 1024 a block. @param {number} block @returns {Promise<number[][]>} */
    const companies = (block) =>
      file(`${start.set}/c/${block}`, (payload) => {
        const bits = new Bits(bytesOf(payload), 0);
        return Array.from({ length: Math.min(1024, start.units - block * 1024) }, () => readNumbers(bits, start.townships));
      });

    /** Numbers of the townships of every section. @returns {Promise<number[][]>} */
    const townships = () =>
      file(`${start.set}/facets`, (payload) => {
        const bits = new Bits(bytesOf(payload), 0);
        /** @type {number[]} */
        let last = [];
        return Array.from({ length: start.units }, () => (last = bits.take(1) ? [last[0] + 1] : readNumbers(bits, 0)));
      });

    /** @returns {Promise<IssueRow[]>} */
    const issues = () =>
      file(`${start.set}/issues`, ({ rows }) => {
        let first = 0;
        return rows.map((/** @type {IssuesFile['rows'][0]} */ [units, date, at, year, number, slug]) => {
          const { id, default: plain } = start.series[at];
          const issue = `${plain ? '' : `${id}-`}${year}-${number ? String(number).padStart(3, '0') : slug}`;
          return { first, end: (first += units), date, series: id, year: String(year), number: String(number), id: issue };
        });
      });

    return { start, fold, folded, hits, words, unit, names, sectionsOf, entity, companies, townships, issues };
  }

  /** Rising numbers from `least`: how many, then the gaps. @param {Bits} bits @param {number} least */
  function readNumbers(bits, least) {
    const numbers = [];
    for (let count = bits.gamma() - 1, next = least; count > 0; count -= 1) {
      next += bits.gamma() - 1;
      numbers.push(next++);
    }
    return numbers;
  }

  Object.assign(searching, { load, open, bytesOf, Bits, readList, readIndex, descend });
})();
