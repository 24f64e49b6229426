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
  linkTo(change: Record<string, any>, words: string): HTMLAnchorElement;
  /** Shows what the address says, after changing it. */
  turnTo(how?: 'pushState' | 'replaceState' | '', search?: string): void;
  /** Asks for the first results, then for the rest of the page and the counts. */
  ask(): Promise<void>;
  /** Tells screen readers how question number `mine` came out, when that has stood for a moment. */
  announce(mine: number): void;
  show(part: 'start' | 'found' | 'nothing' | 'trouble'): void;
  /** `standing`: how many of the answer's results stand on the page already. */
  draw(answer: any, standing: number): void;
  drawPages(page: number, pages: number): void;
  drawFacets(facets: any): void;
  facetLines(kind: string, facets: { id: string; name?: string; count: number }[]): HTMLElement[];
  /** What stands in the sections where the query as typed does not. */
  termsOf(mode: string, results: any[]): string[];
  /** The marked texts of a result, each once. */
  markedIn(result: any): string[];
  /** The query with a filter, or without it when it is there. */
  toggled(filter: string): string;
  /** The operator for an entity or year; undefined for what has none. */
  filterFor(kind: string, id: string): string | undefined;
  /** What can be tried when nothing is found. */
  suggestions(): HTMLElement[];
  /** The line of a township or company that is asked for by name. */
  entityLine(entity: any): HTMLElement;
  /** Puts a result under its issue's head, which results that follow each other share. */
  place(result: any, words: string[]): void;
  issueHead(result: any, url: string): HTMLElement;
  excerptOf(result: any): HTMLElement;
  /** Where a key leads from the field or a result. */
  stopFor(event: KeyboardEvent): HTMLElement | undefined;
  startPage(): void;
}
