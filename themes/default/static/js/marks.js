'use strict';

// Marks what was searched for (`?mark=…`) on the page that a result leads to. Only then it loads the
// search, whose folding finds it.
(() => {
  const texts = new URLSearchParams(location.search).getAll('mark');
  const article = /** @type {Element} */ (document.querySelector('article.text'));
  const bar = /** @type {HTMLElement} */ (document.getElementById('t_hits'));
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  if (!texts.length || !bar) {
    return;
  }
  const BLOCK = 'p,h1,h2,h3,h4,h5,h6,li,td,th,dt,dd,pre,figcaption,div,article';
  const NO_TEXT = '.paper,.banner,.attachments,.revisions,.imprint,.permalink,.back';
  /** @type {HTMLElement[][]} their marks */
  let hits = [];
  let now = 0;

  /** Runs of text nodes that make one block together; a line break ends one. */
  function blocks() {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    /** @type {Text[][]} */
    const list = [];
    /** @type {Element | null} */
    let last = null;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = /** @type {Element} */ (node.parentElement);
      if (node.nodeName === 'BR') {
        last = null;
      } else if (node instanceof Text && !parent.closest(NO_TEXT)) {
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
  function find(shown, fold) {
    const { text, spans } = fold(shown);
    /** @type {number[][]} in code points */
    const found = [];
    for (const term of texts.map((term) => fold(term).text).filter(Boolean)) {
      for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
        found.push([spans[at][0], spans[at + term.length - 1][1]]);
      }
    }
    const points = Array.from(shown);
    const units = (/** @type {number} */ count) => points.slice(0, count).join('').length;
    let done = 0;
    return found.sort((a, b) => a[0] - b[0]).flatMap(([start, end]) => {
      const from = Math.max(start, done);
      done = Math.max(end, from);
      return from < end ? [[units(from), units(end)]] : [];
    });
  }

  /** Wraps a range of a block: a mark in each of the text nodes it spans. @param {Text[]} nodes @param {number[]} range */
  function wrap(nodes, [start, end]) {
    let offset = 0;
    return nodes.flatMap((node) => {
      const from = Math.max(start - offset, 0);
      const to = Math.min(end - offset, node.length);
      offset += node.length;
      if (from >= to) {
        return [];
      }
      const hit = node.splitText(from);
      hit.splitText(to - from);
      const mark = document.createElement('mark');
      hit.replaceWith(mark);
      mark.append(hit);
      return [mark];
    });
  }

  /** @param {number} index */
  function go(index) {
    hits[now].forEach((mark) => mark.classList.remove('now'));
    now = (index + hits.length) % hits.length;
    hits[now].forEach((mark) => mark.classList.add('now'));
    hits[now][0].scrollIntoView({ block: 'center' });
    const words = /** @type {string} */ (bar.dataset.words);
    bar.children[0].textContent = words.replace('{i}', `${now + 1}`).replace('{n}', `${hits.length}`);
  }

  function clear() {
    hits.flat().forEach((mark) => mark.replaceWith(...mark.childNodes));
    hits = [];
    document.body.classList.remove('marked');
    history.replaceState(null, '', location.pathname + location.hash);
  }

  /** @param {any} fold */
  function begin(fold) {
    for (const nodes of blocks()) {
      const ranges = find(nodes.map((node) => node.data).join(''), fold);
      // From the last, so that the others stay where they were.
      hits.push(...ranges.reverse().map((range) => wrap(nodes, range)).reverse());
    }
    if (hits.length) {
      const anchor = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      document.body.classList.add('marked');
      go(Math.max(0, hits.findIndex(([mark]) => anchor && anchor.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING)));
    }
  }

  bar.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLButtonElement) {
      const step = Number(target.dataset.step);
      step ? go(now + step) : clear();
    }
  });
  document.addEventListener('keydown', ({ key, target, ctrlKey, metaKey }) => {
    if (hits.length && /^[np]$/.test(key) && !(ctrlKey || metaKey || target instanceof HTMLInputElement)) {
      go(now + (key === 'n' ? 1 : -1));
    }
  });

  const script = document.createElement('script');
  script.src = new URL('search.js', own.src).href;
  script.onload = () => {
    const { tongbao } = /** @type {any} */ (window);
    const { put } = tongbao;
    // The start of the search holds the table of folding.
    tongbao.put = (/** @type {any} */ start) => {
      tongbao.put = put;
      put(start);
      begin(tongbao.searching.folder(start.fold));
    };
    tongbao.search('').catch(() => {});
  };
  document.head.append(script);
})();
