// The search in the browser: what its scripts share, and every file of the index field by field.
// It is checked with the scripts and does not ship.
//
// Each file of the index is a script with one call, `tongbao.put(payload)`; the loader knows which file it
// is, so that equal content is an equal file in the next publication. A section's *place* is its number in
// the order of results of equal rank: 0 is the first section of the newest issue. All texts in keys are
// folded (SPEC 7.1). "b64" is base64 of bytes that are read bit by bit, the highest bit of a byte first;
// numbers in them are
//   varint   at a byte's start: 7 bits a byte, the lowest first, the high bit set on all but the last
//   gamma    Elias gamma, from 1
//   rice(k)  x >> k in ones, a zero, the lower k bits
//   rising(n, limit)  n ascending numbers below the limit: nothing when n is 0, else 5 bits k; 31: a bitmap
//                     of `limit` bits; else rice(k) of the first, then of each gap less 1

interface Window {
  tongbao: Tongbao;
}

interface Tongbao {
  /** What every file of the index calls. */
  put(payload: any): void;
  /** SPEC 6. Rejects with an Error; it has `.shard`, the file's path, when a file cannot be loaded. */
  search(query: string, options?: SearchOptions): Promise<SearchAnswer>;
  /** Copies a text (site.js). */
  copy(text: string): Promise<boolean>;
  /** What tests ask one by one. */
  searching: any;
}

interface SearchOptions {
  /** Id or any name; an unknown one rejects. */
  township?: string;
  company?: string;
  /** Four digits. */
  year?: string | number;
  /** YYYY, YYYY-MM or YYYY-MM-DD, both included. */
  from?: string;
  to?: string;
  /** 20; 0 is all. */
  limit?: number;
  offset?: number;
  sort?: string;
  /** false: `facets` is null, and nothing is loaded for them. */
  facets?: boolean;
  /** false: `entities` is null, and nothing is loaded for them. */
  entities?: boolean;
}

interface SearchAnswer {
  query: string;
  mode: string;
  total: number;
  literal_total: number;
  offset: number;
  elapsed_ms: number;
  entities: { kind: string; id: string; name: string; url: string }[] | null;
  facets: Facets | null;
  results: SearchResult[];
}

type Facets = Record<'township' | 'company' | 'year' | 'series', { id: string; count: number }[]>;

interface SearchResult {
  issue: string;
  date: string;
  /** Relative to the site's root, with its anchor. */
  url: string;
  title: string;
  /** The heading as shown, "" for an issue's opening. */
  section: string;
  /** The townships' names joined by 、. */
  township: string;
  townships: { id: string; name: string }[];
  companies: { id: string; name: string }[];
  score: number;
  excerpt: string;
  /** Code points of the excerpt, ends exclusive. */
  highlights: [number, number][];
}

/** Brings a file's payload. The suffix of its address gets past a cache. */
type Load = (path: string, suffix?: string) => Promise<any>;

// ---- The files -------------------------------------------------------------------------------------

/** start.js: the root, the only file whose name does not tell its content. */
interface Start {
  format: 2;
  /** Names the folder of all files but the texts. */
  set: string;
  /** Number of sections, of issues. */
  units: number;
  issues: number;
  /** The usual length of a section. */
  pivot: number;
  /** A text in more sections than this has a record. */
  t: number;
  fold: FoldTable;
  /**
   * The code points of all folded texts: the commonest, and `count` others, ascending: rising (b64). The index of one
   * in both together is its id. Where ids or the like are counted off in bits, these are as many as the number of all
   * has binary digits.
   */
  chars: { common: string; count: number; rest: string };
  /** Records with more sections than this, unless flagged 32, have a record for every character that can follow. */
  big: number;
  /**
   * The index shards. Keys (b64), for each shard but the first the least text that stands in it, in the
   * order of ids, a prefix before what it begins: gamma of the characters shared with the key before and one,
   * gamma of the number of further ones, their ids in bits.
   */
  shards: { keys: string; count: number };
  /** For each names file a text by which it is found: greater than every key before it, and no greater than its own. */
  names: { first: string[] };
  /** The number of the first entity in each lists file. */
  lists: { first: number[] };
  entities: number;
  /** The numbers below this are townships, the others companies. */
  townships: number;
  /** From how many companies files facets are counted; results in more have none. */
  near: number;
  /** The hashes of the text folders, newest year first. */
  texts: string[];
  /** b64, for each text folder: gamma of its slices, then gamma of each slice's sections. */
  slices: string;
  /** As in site.toml. */
  series: { id: string; name: string; default: boolean }[];
  synonyms: string[][];
}

/** Code points that NFKC and lower case have left, and what they become. */
interface FoldTable {
  count: number;
  /** rising (b64): the code points. */
  from: string;
  /** b64: for each in bits an index in the site's characters followed by `marks`. */
  to: string;
  /** What some become that stands in no text. */
  marks: string;
  /** Ranges of code points that vanish: the first and the last of each, by turns. */
  dropped: string;
}

/**
 * <set>/i/<n>.js is a b64: a part of the tree of all texts that stand in more than t sections, are words or
 * names; a record's *label* is its text. Equal continuations are one edge, as in a suffix tree. Records
 * stand in pre-order, children by character id.
 *
 *   varint number of records above the first, from the root: for each varint depth, dmin, flags, shard, record
 *   varint length of the last one's label, its characters: varint id + 1, or 0 for an unseen one
 *   varint number of records, the records, then for each its list and its own bits, both from a byte's start
 *
 * A record: varint parent's label length, varint edge length, varint flags (1 a word, 2 a name, 4 its list is
 * another's, 8 dmin is written, 16 some hits begin and end at word borders, 32 the
 * record may lack continuations, see `big`), varint ids of the edge's first 24
 * characters (further ones are unseen: a text that came so far has them too, if it occurs);
 * varint dmin when flagged (else parent's length + 1): the least length at which the label has this list;
 * for a name varint count and varint entity numbers; when flagged two bits for each length from dmin to the
 * label's, the lowest of a byte first: 0 no section has the text between word borders, 1 all, 2 some;
 * then varint shard and record of the list, or varint its size in bytes; and, when some length has a 2 or the
 * label is a name, varint the size of its own bits.
 *
 * A list: gamma count, rising(count, units): places; 2 bits each for the most frequent levels a, b, c; for each
 * place 1 (a), 01 (b), 001 (c) or 000 (the fourth); one bit, and if set gamma(count), rising: the indexes
 * of the places that have the text in a heading or title.
 * Own bits: for each length with a 2, then for a name: one bit, 1 when the complement is meant, gamma(count + 1),
 * rising: the indexes of the sections with the text between word borders, or about or naming whom it names.
 */
interface IndexShard {
  bits: any;
  above: IndexPlace[];
  path: number[];
  records: IndexRecord[];
}

interface IndexPlace {
  /** Length of the label. */
  depth: number;
  dmin: number;
  flags: number;
  shard: number;
  record: number;
}

interface IndexRecord extends IndexPlace {
  /** Length of the parent's label. */
  parent: number;
  /** The edge's ids, -1 for unseen ones. */
  label: number[];
  /** For each length from dmin. */
  align: number[];
  /** Bytes of list and own bits, and the bit where they start. */
  size: number;
  ownSize: number;
  start: number;
  /** Whose list it has: shard and record. */
  list: number[];
  read?: PlaceList;
}

interface PlaceList {
  places: Int32Array;
  levels: Int32Array;
  headings: Uint8Array;
}

/** text-<hash>/<n>.js */
interface TextSlice {
  units: TextUnit[];
  issues: [id: string, date: string, title: string, page: string][];
  entities: [id: string, name: string][];
}

interface TextUnit {
  /** Index in the slice's issues. */
  i: number;
  /** The fragment of its address. */
  a: string;
  /** The heading as shown. */
  h: string;
  /** Townships and companies: indexes in the slice's entities. */
  t: number[];
  c: number[];
  /** The blocks as shown. */
  b: string[];
  /** For each block 1 when it is a title or heading, else 0. */
  k: string;
  /** b64, a bit for each place between the characters of each folded block, its ends included: a word's border. */
  w: string;
}

/** <set>/n/<n>.js. Keys by UTF-16 code unit, then kind: 0 name, 1 joined pinyin, 2 initials, 3 id. */
interface NamesFile {
  keys: [key: string, kind: number, entities: number[]][];
  entities: EntityRow[];
}

/** Kind: 0 township, 1 company. */
type EntityRow = [number: number, kind: number, id: string, name: string];

/** <set>/e/<n>.js: the entities from number 16 n. */
type EntityFile = [kind: number, id: string, name: string][];

/** <set>/l/<n>.js: for each entity a b64 of its sections: gamma(count + 1), rising(count, units). */
interface ListsFile {
  first: number;
  lists: string[];
}

/** <set>/c/<n>.js, a b64: for each section from place 128 n its companies: gamma(count + 1), then their numbers in bits. */
type CompaniesFile = string;

/** <set>/facets.js */
interface FacetsFile {
  /**
   * b64: for each section one bit: 1 when it has one township, the one after the only one of the section before; else
   * gamma(count + 1), then gamma(number + 1) of each. Then for each run of sections with one year and series: one
   * bit, 1 when the year is the last one's, else gamma(year); gamma(series + 1), gamma(sections + 1).
   */
  units: string;
  runs: number;
}

/**
 * <set>/issues.js: issues by place. Rows (b64), for each: gamma(sections + 1); gamma(days by which it is older than the
 * one before + 1); gamma(series + 1); one bit, 1 when the number's year is the date's, else gamma(year); one bit, 1 when the
 * number is one less than the last, else gamma(number + 1): 0 for one with a slug instead.
 */
interface IssuesFile {
  /** Days of the newest issue's date since 1970-01-01. */
  newest: number;
  count: number;
  rows: string;
  slugs: string[];
}

// ---- Within the scripts ----------------------------------------------------------------------------

/** A folded text and, for each of its UTF-16 code units, the code points of the text as shown that it comes from. */
interface Folded {
  text: string;
  starts: number[];
  ends: number[];
}

interface ShownBlock {
  text: string;
  heading: boolean;
  folded(): Folded;
}

type LoadedUnit = TextUnit & { slice: TextSlice; blocks: ShownBlock[] };

interface Reached {
  at: IndexPlace | null;
  /** How many characters agree. */
  agreed: number;
  /** Whether some of them are unseen. */
  unseen: boolean;
  /** Lengths of the words that the text begins with. */
  words: number[];
}

/** The sections that hold a text: levels as in rank.js; kind 1 a name and about it, 2 in a heading, 3 between word borders, 4 else. */
interface Hits {
  places: Int32Array;
  levels: Int32Array;
  kinds: Int32Array;
}

interface Issue {
  /** Places, the end exclusive. */
  first: number;
  end: number;
  date: string;
  series: string;
  year: string;
  number: string;
  id: string;
}

type FilterKey = 'township' | 'company' | 'year' | 'issue' | 'date';

/** Value: a folded name or id; a year; a number or issue id; two ISO days with `..` between, either may be missing. */
interface Filter {
  /** Of one key one filter is enough. */
  key: string;
  value: string;
  /** By place: 1 when the section passes. */
  marks: Uint8Array;
}

/** All texts folded. */
interface Query {
  literal: string;
  /** What a section must hold beside the literal. */
  quoted: string[];
  /** What a section must hold when none has the literal: the plain ones, then the quoted. */
  parts: string[];
  /** How many of the parts are plain. */
  plain: number;
  not: string[];
  filters: Filter[];
}

/** A rung of the ladder that gave results. */
interface Rung {
  mode: string;
  /** What is marked in excerpts, the first matters most. */
  terms: string[];
  /** How many results there are up to here. */
  end: number;
}

interface Answer {
  literal: string;
  /** In their order. */
  places: number[];
  /** By place. */
  scores: Float64Array;
  rungs: Rung[];
  mode: string;
}

/** An index, opened by its root; every file is loaded once. */
interface Index {
  start: Start;
  fold(text: string): string;
  /** The text of a section. */
  unit(place: number): Promise<LoadedUnit>;
  /** The sections that hold a folded text, not empty. */
  hits(text: string): Promise<Hits>;
  /** For each character of a folded text, the lengths of the words that begin there. */
  words(text: string): Promise<number[][]>;
  /**
   * Rows of the table of names whose keys fit, at most 200 keys.
   * @param kinds 0 name, 1 joined pinyin, 2 initials, 3 id
   * @param key where those that fit begin; they stand together
   */
  names(kinds: number[], key: string, fits: (key: string) => boolean): Promise<{ key: string; entity: EntityRow }[]>;
  /** The places of an entity's sections. */
  sectionsOf(number: number): Promise<Int32Array>;
  entity(number: number): Promise<EntityFile[0]>;
  /** The numbers of the companies in each section of a block of 128. */
  companies(block: number): Promise<number[][]>;
  /** The numbers of the townships of each section; the runs of sections with one year and series. */
  facets(): Promise<{ townships: number[][]; runs: { year: string; series: string; units: number }[] }>;
  /** Newest first. */
  issues(): Promise<Issue[]>;
}

type Span = [start: number, end: number];

/** The search's functions. */
interface Fn {
  folder(unified: Map<string, string>, dropped: string): (text: string) => Folded;

  /** First and last day of a year, month or day. */
  period(text: string): [string, string] | null;
  /** The folded value as a filter takes it; "" when it is none. */
  filterValue(key: FilterKey, value: string): string;
  parseQuery(typed: string, fold: (text: string) => string, filterOf: (key: FilterKey, text: string) => Promise<Filter | null>): Promise<Query>;

  /** `wordsAt`: lengths of the words that begin at a character. */
  cut(text: string, wordsAt: (at: number) => number[]): string[];

  /** How much a section is about a text, from its occurrences, the section's length and the usual length. */
  impact(tf: number, length: number, pivot: number): number;
  /** Such thousandths as the shards keep them: 0 to 3. */
  level(thousandths: number): number;
  weight(level: number): number;
  /** Sixteen times the binary logarithm of an integer from 1, below 2^53. */
  log2x16(x: number): number;
  /** How rare a text is that so many of all sections have. */
  idf(df: number, units: number): number;
  /** What one text adds to a score. */
  product(df: number, units: number, level: number): number;

  /** Where a folded text occurs, overlaps included, as shown. */
  occurrences(folded: Folded, term: string): Span[];
  /** Of the pieces that end after marks and the closers behind them: the one with a place, and what fits after and before it. */
  grow(chars: string[], from: number, to: number, marks: string, closers: string, place: number): Span;
  /** The part of a block that shows a hit. */
  frame(chars: string[], hit: Span): Span;
  excerpt(blocks: ShownBlock[], terms: string[]): { excerpt: string; highlights: Span[] };

  readList(bits: any, units: number): PlaceList;
  readIndex(payload: string, shard: number): IndexShard;
  /** How many characters of a label a text has from a place on. */
  agreement(label: number[], text: number[], from: number): number;
  /** The deepest record whose label agrees with a text for at least its dmin, in the shard where the text would stand. */
  descend(index: IndexShard, text: number[]): Reached;
  /** What ranks a text in a section, from the section itself. */
  judge(unit: LoadedUnit, text: string, pivot: number): { count: number; kind: number; level: number };
  openIndex(start: Start, load: Load): Index;

  /**
   * The open places that have a text of every group, in their order; they are closed, and get their scores. `byFirst`:
   * the kind is that of the first group, not of the worst. `byDate`: neither kinds nor scores order them.
   */
  combine(groups: Hits[][], open: Uint8Array, scores: Float64Array, byFirst: boolean, byDate: boolean): number[];
  /** The filter of a key for a folded text; null when there is none such. */
  filterOf(index: Index, key: FilterKey, text: string): Promise<Filter | null>;
  /** Words with their synonyms, for a query that stands nowhere as typed. */
  segments(index: Index, query: Query): Promise<string[][]>;
  evaluate(index: Index, typed: string, options: SearchOptions): Promise<Answer>;
  /** The companies and townships that a query seems to name. */
  entitiesOf(index: Index, answer: Answer): Promise<SearchAnswer['entities']>;
  /** Counts over all results. */
  facetsOf(index: Index, answer: Answer): Promise<Facets>;
  resultOf(index: Index, place: number, score: number, terms: string[]): Promise<SearchResult>;
  answerTo(index: Index, typed: string, options?: SearchOptions): Promise<SearchAnswer>;
  /** A search over the files that `load` brings; the root is read anew, once, when a file is gone. */
  searcher(load: Load): Tongbao['search'];
}
