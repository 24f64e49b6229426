// The functions of page.js, for the checker.
interface SearchPage {
  /** The page's element of an id without its `t_`. */
  at(id: string): any;
  /** The query part of the address of this question with a change, at its first page. */
  queryWith(change: Record<string, any>): string;
  /** A value as markup: lists are of markup, objects are changes of the question, whose address is meant, all else is text; what is false is nothing. */
  markup(value: any): string;
  /** A template's markup, its braces filled in. */
  fill(name: string, values?: any): string;
  /** Puts markup, or a list of it, into an element; gives it back. */
  put(id: string, content?: string | false | null | (string | false)[]): string;
  /** Which parts of the page are shown; `asked`: opened with a question, no answer yet. */
  show(state: 'start' | 'asked' | 'found' | 'nothing' | 'trouble'): any;
  /** Shows what the address says, after giving it another query. */
  go(query?: string, typing?: boolean): void;
  /** Asks for the first results, then for the rest of the page and the counts; screen readers are told what has stood for a moment. */
  ask(): Promise<any>;
  /** Shows an answer; gives what is heard of it. `standing`: how many of its results may stand on the page already. */
  draw(answer: SearchAnswer, standing: number): string;
  /** An excerpt cut at its marks' borders; every second piece is marked. */
  pieces(result: SearchResult): string[];
  /** The marked texts of a result, each once. */
  marked(result: SearchResult): string[];
  /** A result; the first of those of one issue that follow each other shows its head. Its page marks the words too. */
  resultLine(result: SearchResult, before: SearchResult | undefined, words: string[]): string;
  /** The query with a condition, or without it when it is there. */
  toggled(condition: string): { q: string };
  /** The operator for an entity or year; undefined for what has none. */
  filterFor(kind: string, id: string, name: string): string;
  /** The line of a township or company that is asked for by name; `found`: by which one, if not its present one. */
  entityLine(entity: any): string;
  /** The counts of a kind; false when they narrow nothing down. */
  facetOf(facet: [kind: string, rows: { id: string; name?: string; count: number }[]]): string | false;
  /** Asks what the fields say, if it is new. */
  take(typing?: boolean): void;
}
