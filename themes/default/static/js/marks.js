'use strict';

// Marks what was searched for (`?mark=…`) on the page that a result leads to. The search, whose
// folding finds the texts, is loaded only then.
(() => {
  const texts = new URLSearchParams(location.search).getAll('mark');
  const article = document.querySelector('article.text');
  const bar = document.getElementById('t_hits');
  if (!texts.length || !article || !bar) {
    return;
  }
  const BLOCK = 'p,h1,h2,h3,h4,h5,h6,li,td,th,dt,dd,pre,figcaption,div,article';
  const NO_TEXT = '.paper,.banner,.attachments,.revisions,.imprint,.permalink,.back';

  /** Runs of text nodes that make one block together; a line break ends one. @param {Element} root */
  function blocks(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    /** @type {Text[][]} */
    const list = [];
    /** @type {Element | null} */
    let last = null;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      if (node.nodeName === 'BR') {
        last = null;
      } else if (node instanceof Text && parent && !parent.closest(NO_TEXT)) {
        const block = parent.closest(BLOCK);
        if (block !== last) {
          list.push([]);
          last = block;
        }
        list[list.length - 1].push(node);
      }
    }
    return list;
  }

  /** Where the texts stand, in UTF-16 units, in order and apart. @param {string} shown @param {any} fold */
  function hits(shown, fold) {
    const { occurrences } = /** @type {any} */ (window).tongbao.searching;
    const folded = fold(shown);
    /** @type {number[][]} in code points */
    const found = texts.flatMap((text) => occurrences(folded, fold(text).text));
    const points = Array.from(shown);
    const units = (/** @type {number} */ count) => points.slice(0, count).join('').length;
    let done = 0;
    return found.sort((a, b) => a[0] - b[0]).flatMap(([start, end]) => {
      const from = Math.max(start, done);
      done = Math.max(end, done);
      return from < end ? [[units(from), units(end)]] : [];
    });
  }

  /** Wraps a range of a block: a mark in each of the text nodes it spans. @param {Text[]} nodes @param {number[]} range */
  function wrap(nodes, [start, end]) {
    /** @type {HTMLElement[]} */
    const marks = [];
    let offset = 0;
    for (const node of nodes) {
      const from = Math.max(start - offset, 0);
      const to = Math.min(end - offset, node.length);
      offset += node.length;
      if (from < to) {
        const mark = document.createElement('mark');
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        range.surroundContents(mark);
        marks.push(mark);
      }
    }
    return marks;
  }

  /** @type {HTMLElement[][]} the marks of each */
  let found = [];
  let now = 0;

  /** @param {number} index */
  function go(index) {
    found[now].forEach((mark) => mark.classList.remove('now'));
    now = (index + found.length) % found.length;
    found[now].forEach((mark) => mark.classList.add('now'));
    found[now][0].scrollIntoView({ block: 'center' });
    const { dataset, firstElementChild } = /** @type {any} */ (bar);
    firstElementChild.textContent = dataset.words.replace('{i}', now + 1).replace('{n}', found.length);
  }

  function clear() {
    found.flat().forEach((mark) => mark.replaceWith(...mark.childNodes));
    found = [];
    document.body.classList.remove('marked');
    history.replaceState(null, '', location.pathname + location.hash);
  }

  /** @param {Element} root @param {any} fold */
  function begin(root, fold) {
    for (const nodes of blocks(root)) {
      const ranges = hits(nodes.map((node) => node.data).join(''), fold);
      // From the last, so that the others stay where they were.
      found.push(...ranges.reverse().map((range) => wrap(nodes, range)).reverse());
    }
    if (found.length) {
      const anchor = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const after = found.findIndex(([mark]) => anchor && anchor.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING);
      document.body.classList.add('marked');
      go(Math.max(0, after));
    }
  }

  /** @param {number} step 0 takes the marks away */
  const act = (step) => (step ? go(now + step) : clear());
  bar.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLButtonElement) {
      act(Number(target.dataset.step));
    }
  });
  document.addEventListener('keydown', (event) => {
    const step = event.key === 'n' ? 1 : event.key === 'p' ? -1 : 0;
    if (step && found.length && !(event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement)) {
      act(step);
    }
  });

  const script = document.createElement('script');
  script.src = new URL('search.js', /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  script.onload = () => {
    const { searching } = /** @type {any} */ (window).tongbao;
    searching.load('start').then((/** @type {any} */ start) => begin(article, searching.folder(start.fold)), () => {});
  };
  document.head.append(script);
})();
