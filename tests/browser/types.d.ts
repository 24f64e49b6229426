// The search in the browser: what its scripts share, and every file of the index field by field.
// It is checked with the scripts and does not ship.
//
// Each file of the index is a script with one call, `tongbao.put(payload)`; the loader knows which file it
// is, so that equal content is an equal file in the next publication. A section's *place* is its number in
// the order of results of equal rank: 0 is the first section of the newest issue. All texts in keys are
// folded (SPEC 7.1). "b64" is base64 of bits, the highest of a byte first. Numbers in them are
//   number       from 0, Elias gamma of the next one: n zeros, a one, n bits
//   rice(k)      x >> k zeros, a one, the lower k bits
//   letter       three bits: n; when n is 6, z zeros and a one, and n is 6 + z; then n + 3 bits: x. Its place in ["\ud800",
//                ...letters] is x + 2^(n + 3) - 8. No letter has an n of 7
//   list(x)      number of them, then each
//   rising(n)    ascending numbers below n: number of them, then rice(k) of the first and of each gap less 1, where k is
//                the binary logarithm of the mean gap, rounded down
//   marks(n)     for each of n things whether it is marked: one bit, 1 when the others are meant; rising(n): their indexes

interface Window {
  tongbao: Tongbao;
}

declare var tongbao: Tongbao;

interface Tongbao {
  /** What every file of the index calls. */
  put(payload: any): void;
  /** SPEC 6. Rejects with an Error; it has `.shard`, the file's path, when a file cannot be loaded. */
  search(query: string, options?: SearchOptions): Promise<SearchAnswer>;
  /** Copies a text (site.js). */
  copy(text: string): Promise<boolean>;
  /** What other scripts use: marks.js folds. Tests add more. */
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
  /** true: `entities` and `facets` are false, and nothing is loaded for them. */
  brief?: boolean;
}

interface SearchAnswer {
  query: string;
  mode: string;
  total: number;
  literal_total: number;
  offset: number;
  elapsed_ms: number;
  entities: { kind: string; id: string; name: string; url: string }[] | false;
  facets: Facets | false;
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
  format: 4;
  /** Names the folder of all files but the texts. */
  set: string;
  /** Number of sections, of issues. */
  units: number;
  issues: number;
  /** Days of the newest issue's date since 1970-01-01. */
  newest: number;
  /** The usual length of a section. */
  pivot: number;
  fold: FoldTable;
  /**
   * All characters of the texts, as shown and as folded: those of the oldest year, then those that were new in the next …; in each
   * the commoner ones first, by the binary logarithm of how often they stand there, rounded down, then by code point.
   */
  letters: string;
  /**
   * For each index shard the least text that is looked up in it, by UTF-16 unit: a capital, which no folded text has, for the
   * length of what it begins with of the one before (A none, B one unit …), and the rest.
   */
  shards: string;
  /** For each names file a text by which it is found: greater than every key before it, and no greater than its own. */
  names: string[];
  /** The number of the first entity in each lists file. */
  lists: number[];
  /** How many bits the number of an entity has. */
  width: number;
  /** The numbers below this are townships, the others companies. */
  townships: number;
  /** From how many companies files facets are counted; results in more have none. */
  near: number;
  /** The text folders, newest year first; the number of sections of each slice is a digit to the base of 36. */
  texts: [hash: string, sizes: string][];
  /** What the ids of its issues begin with. */
  series: { id: string; prefix: string }[];
  synonyms: string[][];
}

/** Code points that NFKC and lower case have left, and what they become, in the same order. */
interface FoldTable {
  from: string;
  to: string;
  /** Ranges of code points that vanish, as within a regular expression's brackets. */
  dropped: string;
}

/**
 * <set>/i/<n>.js is a b64: a part of the tree of all texts that stand in many sections, are words or names; a
 * record's *label* is its text. Equal continuations are one edge, as in a suffix tree. It is a list of records in
 * pre-order, children by UTF-16 unit; first those above the first one that stands here, from the root.
 *
 * A record: number: the length of its parent's label; list of letters: the characters of its edge, only 24 of a longer
 * one that leads to no word (a text that came so far has the others too, if it occurs); number of those left
 * out; number: the least length at which the label has this list, less the parent's and 1; one bit, 1 when its
 * list is another's, and then that one's shard and record, both as places of letters are told; one bit, 1 when there are records for all
 * characters that can follow; one bit, 1 when it is a word; number of its list's bytes and these; number of its own bits
 * and these.
 *
 * A list: rising(sections): places; for each its level in zeros, then a one; marks(count): those that have the text in
 * a heading or title. When the record above, whose label the edge continues, has its own list in this file too: marks(count of
 * that one): which of its places; for each whose level there is not 0 in zeros how much lower it is here, then a one; marks(count).
 * Own bits, none when there are no marks: list of marks(count): for each length that has this list the sections with the text
 * between word borders; then for a name those that are about or name whom it names. A record above has none: what
 * is looked up here is no beginning of it.
 */
interface IndexRecord {
  /** Length of the parent's label. */
  parent: number;
  /** The characters of the edge that are written. */
  edge: string[];
  /** Length of the label. */
  depth: number;
  dmin: number;
  /** Whether there are records for all characters that can follow; whether it is a word. */
  complete: number;
  word: number;
  /** Shard and record of its list, when that is another's. */
  there: number[] | null;
  /** Bits. */
  list: string;
  own: string;
  /** The record whose label the edge continues. */
  above?: IndexRecord;
}

/**
 * text-<hash>/<n>.js, a b64. First all its texts in the order in which they are used, each ended by the letter "\ud800", in one row:
 * number of its letters; then, until these are there, letters, or strings that stood before: the three bits of a letter with n = 7; the
 * string's place in the row, as many bits as the number of letters so far has; number: its length, less 3.
 * Then list of issues: texts: id, date, title; list of entities: texts: id, name; list, for each section: number: its issue's
 * place in this file; texts: its address and its heading as shown; list of numbers: its townships' places in this file; list of
 * numbers: its companies' likewise; list of blocks: one bit, 1 for a title or heading, and text: as shown; number of bits and these:
 * for each folded block a bit before each UTF-16 unit and one at its end: a word's border.
 */
interface TextUnit {
  /** Of its issue: id, date, title. */
  issue: string;
  date: string;
  title: string;
  /** Relative to the site's root, with its anchor. */
  url: string;
  /** The heading as shown. */
  section: string;
  townships: Named[];
  companies: Named[];
  /** The text as shown; a heading is 1. */
  blocks: { heading: number; text: string }[];
  /** Zeros and ones. */
  borders: string;
}

interface Named {
  id: string;
  name: string;
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

/** <set>/l/<n>.js, a b64: list of rising(sections): the sections of each entity. */

/** <set>/c/<n>.js, a b64: list of lists: for each section from place 128 n its companies, `width` bits each. */

/**
 * <set>/facets.js, a b64: list, for each section: number: 0, its one township comes next after the last section's last in the
 * register, round and round from its first; 1, list of its townships, each as number: how many are skipped; from 2 on, one more
 * than are skipped before its one township. Then list, for each run of sections with one
 * year and series: number: year; number: series; number of sections.
 */

/**
 * <set>/issues.js, a b64: list, for each issue by place: number of days by which it is older than the one before; one bit, 1
 * when the number's year is the date's, else number: year; one bit, 1 when the number is one less than the last, else number:
 * it, or 0 and a slug: list of letters of 7 bits; number: series; number of sections.
 */

// ---- Within the scripts ----------------------------------------------------------------------------

/** A folded text and, for each of its UTF-16 code units, the code points of the text as shown that it comes from. */
interface Folded {
  text: string;
  spans: Span[];
}

interface ShownBlock {
  text: string;
  heading: number;
  folded: Folded;
}

type LoadedUnit = Omit<TextUnit, 'blocks'> & { place: number; blocks: ShownBlock[] };

/** Reads zeros and ones, each kind of number as above. */
interface Bits {
  /** Bits as they stand. */
  pass(count?: number): string;
  /** A number of so many bits; 1. */
  take(count?: number): number;
  /** How many zeros stand before the next one; that is passed too. */
  zeros(): number;
  number(): number;
  /** A letter's place, or -1. */
  symbol(): number;
  list<T>(read: () => T, count?: number): T[];
  rising(limit: number): number[];
  marks(count: number): ArrayLike<number>;
}

/** What a list says. */
interface List {
  places: number[];
  levels: number[];
  headings: ArrayLike<number>;
}

/** What a look-up finds: the sections that may hold a text; their grades, when it has a record. */
interface Found {
  places: number[];
  grades?: false | number[];
}

/**
 * The sections that hold a text. A grade is four times its kind and its level as in rank.js; kind 1 a name and about it, 2 in a
 * heading, 3 between word borders, 4 else.
 */
interface Hits {
  places: number[];
  grades: number[];
}

interface Issue {
  places: number[];
  date: string;
  year: string;
  number: string;
  id: string;
}

interface Filter {
  /** township, company, year, issue or date. Of one key one filter is enough. */
  key: string;
  /** The sections that pass; they have no grades. */
  places: number[];
  grades?: undefined;
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
  /** The results that it added, in their order. */
  places: number[];
}

interface Answer {
  literal: string;
  rungs: Rung[];
  mode: string;
  /** Of all rungs. */
  places: number[];
  /** By place. */
  scores: Map<number, number>;
}

/** An index, opened by its root; every file is loaded once. */
interface Index {
  start: Start;
  fold(text: string): string;
  /** The text of a section. */
  unit(place: number): Promise<LoadedUnit>;
  /** The sections that hold a folded text, not empty. */
  hits(text: string): Promise<Hits>;
  /** For each character of a folded text, the lengths of the words and synonyms that begin there. */
  words(text: string): Promise<number[][]>;
  /**
   * Rows of the table of names whose keys begin with a text, the text itself first. `most`: of how many keys; 200.
   * @param kinds 0 name, 1 joined pinyin, 2 initials, 3 id
   */
  names(kinds: number[], text: string, most?: number): Promise<[key: string, ...entity: EntityRow][]>;
  /** The places of an entity's sections. */
  sectionsOf(number: number): Promise<number[]>;
  entity(number: number): Promise<EntityFile[0]>;
  /** The numbers of the companies in a section. */
  companies(place: number): Promise<number[]>;
  /** For each section the numbers of its townships, and its issue's year and series. */
  facets(): Promise<{ townships: number[][]; issued: { year: string; series: string }[] }>;
  /** Newest first. */
  issues(): Promise<Issue[]>;
}

type Span = [start: number, end: number];

/** The search's functions. */
interface Fn {
  folder(table: FoldTable): (text: string) => Folded;

  /**
   * The folded value as a filter takes it; "" when it is none: a name or id; a year; a number or issue id; YYYY, YYYY-MM or
   * YYYY-MM-DD, or two with `..` between, either may be missing.
   */
  filterValue(key: string, value: string): string;
  parseQuery(typed: string, fold: (text: string) => string, filterOf: (key: string, text: string) => Promise<Filter | null>): Promise<Query>;

  /** `words`: for each character the lengths of those that begin there. */
  cut(text: string, words: number[][]): string[];

  /** How much a section is about a text, from its occurrences, the section's length and the usual length. */
  impact(tf: number, length: number, pivot: number): number;
  /** Such thousandths as the shards keep them: 0 to 3. */
  level(thousandths: number): number;
  weight(level: number): number;
  /** Sixteen times the binary logarithm of an integer from 1, below 2^53. */
  log2x16(x: number): number;
  /** How rare a text is that so many of all sections have. */
  idf(df: number, units: number): number;

  /** The part of a block that shows a hit: sentences around it, else clauses, else so many characters. */
  frame(chars: string[], hit: number, hitEnd: number): Span;
  excerpt(blocks: ShownBlock[], terms: string[]): { excerpt: string; highlights: Span[] };

  reader(bits: string): Bits;
  openIndex(start: Start, load: Load): Index;

  /**
   * The places that stand in every group and have no score yet, in their order; they get their scores. In the mode
   * `literal` the kind is that of the first group, not of the worst. Sorted by `date`, neither kinds nor scores order them.
   */
  combine(groups: (Hits | Filter)[][], scores: Map<number, number>, units: number, mode: string, sort?: string): number[];
  /** The filter of a key for a folded text; null when there is none such. */
  filterOf(index: Index): (key: string, text: string) => Promise<Filter | null>;
  /** Words with their synonyms, for a query that stands nowhere as typed. */
  segments(index: Index, parts: string[], plain: number): Promise<string[][]>;
  evaluate(index: Index, typed: string, options: SearchOptions): Promise<Answer>;
  /** The companies and townships that a query seems to name. */
  entitiesOf(index: Index, answer: Answer): Promise<SearchAnswer['entities']>;
  /** Counts over all results. */
  facetsOf(index: Index, answer: Answer): Promise<Facets>;
  /** One of the answer's results. */
  resultOf(index: Index, answer: Answer, place: number): Promise<SearchResult>;
  answerTo(index: Index, typed: string, options?: SearchOptions): Promise<SearchAnswer>;
  /** A search over the files that `load` brings; the root is read anew, once, when a file is gone. */
  searcher(load: Load): Tongbao['search'];
}
