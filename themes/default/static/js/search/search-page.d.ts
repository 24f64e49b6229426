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
  /**
   * Goes to another question, else stays at the address's: asks for the first results, then for the rest of the page and the
   * counts; screen readers are told what has stood for a moment.
   */
  go(address?: string, typing?: boolean): Promise<any>;
  /** Shows an answer; gives what is heard of it. `begun`: what was heard of its first results, if they stand on the page already. */
  draw(answer: SearchAnswer, begun: string): string;
  /** An excerpt cut at its marks' borders; every second piece is marked. */
  pieces(result: SearchResult): string[];
  /** The marked texts of a result, each once. */
  marked(result: SearchResult): string[];
  /** A result; the first of those of one issue that follow each other shows its head. Its page marks the words too. */
  resultLine(result: SearchResult, before: SearchResult | undefined, words: string[]): string;
  /** The query with a condition, or without it when it is there. */
  toggled(condition: string): { q: string };
  /**
   * What the templates say of a township, company, year or series: the question with it (without it, when it is there) and
   * the one for it only; `found`: by which name it was found, if not its present one.
   */
  choice(kind: string, row: { id: string; name?: string; url?: string; found?: string; count?: number }): Record<string, any>;
  /** The counts of a kind; false when they narrow nothing down. */
  facetOf(facet: [kind: string, rows: { id: string; name?: string; count: number }[]]): string | false;
  /** Asks what the fields say, if it is new or was sent, not typed. Gives false, so that the browser does not send the form. */
  take(sent?: Event): boolean;
}
