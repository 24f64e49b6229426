// The functions of page.js, for the checker.
interface SearchPage {
  /** The page's element of an id without its `t_`. */
  at(id: string): any;
  /** What the address says of a key; "" when nothing. */
  said(key: string): string;
  /** The words of a data- attribute, its braces filled in. */
  say(key: string, values?: Record<string, any>): string;
  /** An element; the tag may have a class: `p.place`. */
  make(tag: string, properties: Record<string, any>, ...children: (string | Node)[]): any;
  /** The address of this question with a change, at its first page. */
  addressOf(change: Record<string, any>): string;
  linkTo(change: Record<string, any>, words: string, current?: boolean): HTMLAnchorElement;
  /** Shows what the address says, after changing it when told how. */
  turnTo(search: string, how?: 'pushState' | 'replaceState'): void;
  /** Asks for the first results, then for the rest of the page and the counts; screen readers are told what has stood for a moment. */
  ask(): Promise<void>;
  /** Which parts of the page are shown; `asked`: opened with a question, no answer yet. */
  show(state: 'start' | 'asked' | 'found' | 'nothing' | 'trouble'): void;
  /** `standing`: how many of the answer's results stand on the page already. */
  draw(answer: SearchAnswer, standing: number): void;
  /** An excerpt cut at its marks' borders; every second piece is marked. */
  pieces(result: SearchResult): string[];
  /** The marked texts of a result, each once. */
  marked(result: SearchResult): string[];
  /** Puts a result under its issue's head, which results that follow each other share. Its page marks the words too. */
  drawResult(result: SearchResult, words: string[]): void;
  /** The query with a filter, or without it when it is there. */
  toggled(filter: string): string;
  /** The operator for an entity or year; undefined for what has none. */
  filterFor(kind: string, id: string): string | undefined;
  /** What can be tried when nothing is found. */
  suggestions(): HTMLElement[];
  /** The line of a township or company that is asked for by name; `found`: by which one, if not its present one. */
  entityLine(entity: any): HTMLElement;
  /** The counts of a kind; "" when they narrow nothing down. */
  facetOf(kind: string, facets: { id: string; name?: string; count: number }[]): HTMLElement | '';
  /** Where a key leads from the field or a result. */
  stopFor(event: KeyboardEvent): HTMLElement | undefined;
  /** Asks what the fields say, if it is new. */
  take(how?: 'pushState'): void;
}
