// The search in the browser: what its scripts share, and every file of the index field by field.
// It is checked with the scripts and does not ship.
//
// Each file of the index is a script with one call, `tongbao.put(path, payload)`; the path is that below
// search/, without .js. A section's *place* is its number in the order of results of equal rank: 0 is the
// first section of the newest issue. All texts in keys are folded (SPEC 7.1). "b64" is base64 of bytes that
// are read bit by bit, the highest bit of a byte first; numbers in them are
//   count    of the next number the bits after its highest, before them their number in ones and a zero (Elias gamma)
//   rice(k)  x >> k in ones, a zero, the lower k bits
//   index(n) one of n things: as many bits as n has binary digits
//   rising   ascending numbers: count of them; if there are any 5 bits k, then rice(k) of the first and of each gap
//            less 1
//   marks(n) some of n things: one bit, 1 when all others are meant; rising: their numbers

interface Window {
  tongbao: Tongbao;
}

interface Tongbao {
  /** What every file of the index calls. */
  put(path: string, payload: any): void;
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
  format: 3;
  /** Names the folder of all files but the texts. */
  set: string;
  /** Number of sections, of issues. */
  units: number;
  issues: number;
  /** The usual length of a section. */
  pivot: number;
  /**
   * b64:
   *   rising: the code points of all folded texts; the id of one is its place among them in the order in which scripts
   *     compare strings
   *   rising: the code points that NFKC and lower case have left; for each what it becomes: index in the characters by id
   *     followed by `marks`
   *   count of the index shards; for each but the first the least text that stands in it, in the order of ids, a prefix
   *     before what it begins: count of the characters shared with the one before, count of the further ones, index of each
   *   for each text folder count of its slices, for each of these count of its sections
   */
  bits: string;
  /** What some code points become that stands in no text. */
  marks: string;
  /** Code points that vanish, as within the brackets of a regular expression. */
  dropped: string;
  /** For each names file a text by which it is found: greater than every key before it, and no greater than its own. */
  names: string[];
  /** The number of the first entity in each lists file. */
  lists: number[];
  /** From how many companies files facets are counted; results in more have none. */
  near: number;
  /** The hashes of the text folders, newest year first. */
  texts: string[];
  /** As in site.toml. */
  series: { id: string; name: string; default: boolean }[];
  synonyms: string[][];
}

/**
 * <set>/i/<n>.js is a b64: a part of the tree of all texts that stand in more than a few sections, are words or
 * names; a record's *label* is its text. Equal continuations are one edge, as in a suffix tree. Records
 * stand in pre-order, children by character id; first those above the others, which stand in other shards.
 *
 *   count of records; for each
 *   count of its parent's label's length, count of its edge's less 1
 *   count of the edge's first characters, less 1, with which the label has this list
 *   5 bits of flags: 16 the record stands elsewhere, 8 every character that can follow has a record, 4 some hits begin
 *   and end at word borders, 2 a name, 1 a word
 *   index of each of the edge's first 24 characters (further ones are unseen: a text that came so far has them too,
 *   if it occurs)
 *   count of its list's bytes, the list; without any it is another record's (or of 16 the record), index of that
 *   one's shard, count of its number there
 *   count of its own bits' bytes, these
 *
 * A list: rising: places; 2 bits for each level, the most frequent first; for each place rice(0) of its level's number
 * among these; marks: those that have the text in a heading or title.
 * Own bits: with flag 4 for each length with this list marks: those with the text between word borders; for a name
 * marks: those about or naming whom it names.
 */
interface IndexRecord {
  /** Length of the parent's label, of its own. */
  parent: number;
  depth: number;
  /** The least length at which the label has this list. */
  dmin: number;
  flags: number;
  /** The edge, as far as it is written. */
  label: string[];
  /** Shard and number of the record that has its list; of a record above of the record. */
  list: [shard: number, number: number];
  /** Where in the bits its list and its own begin. */
  bits: any;
  start: number;
  own: number;
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

/** <set>/l/<n>.js: for each entity a b64 of its sections, rising. */
type ListsFile = string[];

/** <set>/c/<n>.js, a b64: for each section from place 128 n its companies, rising. */
type CompaniesFile = string;

/**
 * <set>/facets.js, a b64: for each section one bit: 1 when it has one township, the one after the only one of the section
 * before; else count of them, count of each one's number. Then count of the runs of sections with one year and series,
 * for each one bit, 1 when the year is the last one's, else count of the year; count of the series', of the sections.
 */
type FacetsFile = string;

/**
 * <set>/issues.js: issues by place. Rows (b64), for each: count of sections; count of days by which it is older than the
 * one before; count of the series' number; one bit, 1 when the number's year is the date's, else count of the year; one
 * bit, 1 when the number is one less than the last, else count of it: 0 for one with a slug instead.
 */
interface IssuesFile {
  /** Days of the newest issue's date since 1970-01-01. */
  newest: number;
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
  at: IndexRecord | null;
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
  key: FilterKey;
  value: string;
}

/** Whether there is such a township, company or issue. */
type Known = (key: FilterKey, value: string) => boolean;

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

/** The results of one rung of the ladder, in their order. */
interface Rung {
  mode: string;
  places: Int32Array;
  /** What is marked in excerpts, the first matters most. */
  terms: string[];
  /** By place. */
  scores: Float64Array;
}

interface Answer {
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
  companies(block: number): Promise<Int32Array[]>;
  /** The numbers of the townships of each section; the runs of sections with one year and series. */
  facets(): Promise<{ townships: number[][]; runs: { year: string; series: string; units: number }[] }>;
  /** Newest first. */
  issues(): Promise<Issue[]>;
}

interface Engine {
  start: Start;
  search: Tongbao['search'];
}

type Span = [start: number, end: number];

/** The search's functions. */
interface Fn {
  folder(unified: Map<string, string>, dropped: string): (text: string) => Folded;

  /** First and last day of a year, month or day. */
  period(text: string): [string, string] | null;
  /** The value as a filter takes it; null when it is none. */
  filterValue(key: FilterKey, value: string, known: Known): string | null;
  parseQuery(typed: string, fold: (text: string) => string, known: Known): Query;

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
  /** Smaller is better; equals stand by place. */
  sortKey(kind: number, score: number): number;

  /** Where a term begins in a text, overlaps included. */
  positions(text: string, term: string): number[];
  /** Of the pieces of a part: the one with a place, and what fits after and before it. */
  grow(chars: string[], from: number, to: number, pieces: RegExp, place: number): Span;
  /** The part of a block that shows a hit. */
  frame(chars: string[], hit: Span): Span;
  excerpt(blocks: ShownBlock[], terms: string[]): { excerpt: string; highlights: Span[] };

  readList(record: IndexRecord): PlaceList;
  readIndex(bits: any, shard: number, shards: number, alphabet: string[]): IndexRecord[];
  /** The deepest record whose label agrees with a text for at least its dmin, in the shard where the text would stand. */
  descend(records: IndexRecord[], text: string[]): Reached;
  /** What ranks a text in a section, from the section itself. */
  judge(unit: LoadedUnit, text: string, pivot: number): { count: number; kind: number; level: number };
  openIndex(start: Start, load: Load): Index;

  /**
   * Scores and classes of the open places that have a text of every group; the other places are closed. `byFirst`:
   * the class is that of the first group, not of the worst.
   */
  combine(groups: Hits[][], open: Uint8Array, byFirst: boolean): { scores: Float64Array; kinds: Uint8Array };
  engine(index: Index): Engine;
  /** A search over the files that `load` brings; the root is read anew, once, when a file is gone. */
  searcher(load: Load): Tongbao['search'];
}
