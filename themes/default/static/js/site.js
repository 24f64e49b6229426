'use strict';

// Copies citations; lets contents and marginal notes follow the reading; opens what is folded for
// print; leads to the search box. Every page is whole without it.
(() => {
  /**
   * Copies by the old way: it works where the page is no secure context (file://, plain http).
   * @param {string} text
   * @returns {boolean} whether the browser did it
   */
  function copyBySelection(text) {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'skip';
    field.setAttribute('readonly', '');
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }

  /**
   * @param {string} text
   * @returns {Promise<boolean>} whether the clipboard holds it
   */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (_) {
      return copyBySelection(text);
    }
  }

  /**
   * What is copied: the citation, and under it the address.
   * @param {HTMLElement} element a permalink or button with data-cite
   * @returns {string}
   */
  function citation(element) {
    const address = element instanceof HTMLAnchorElement ? element.href : location.href.split('#')[0];
    return [element.dataset.cite || '', address].filter(Boolean).join('\n');
  }

  /** @type {number | undefined} */
  let fading;

  /**
   * Says it in the page's status line.
   * @param {boolean} done
   */
  function announce(done) {
    const status = document.getElementById('t_status');
    if (!status) {
      return;
    }
    status.textContent = (done ? status.dataset.copied : status.dataset.notCopied) || '';
    window.clearTimeout(fading);
    fading = window.setTimeout(() => {
      status.textContent = '';
    }, 2500);
  }

  /**
   * A permalink that leads to another page is a plain link.
   * @param {HTMLElement} element
   */
  const isHere = (element) => !(element instanceof HTMLAnchorElement) || element.pathname === location.pathname;

  document.addEventListener('click', (event) => {
    const element = event.target instanceof Element ? event.target.closest('[data-cite]') : null;
    if (!(element instanceof HTMLElement) || !isHere(element) || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    copy(citation(element)).then((done) => {
      announce(done);
      element.focus({ preventScroll: true });
    });
  });

  for (const button of document.querySelectorAll('button[data-cite]')) {
    button.removeAttribute('hidden');
  }

  /** Pixels from the top of the window to the line that a head passes when it is being read. */
  const TOP = 80;

  /**
   * Marks the section in view in the contents and in the marginal notes.
   * @param {HTMLElement} contents
   */
  function follow(contents) {
    /** @type {{ link: HTMLAnchorElement, head: HTMLElement }[]} in the order of the text */
    const sections = [];
    for (const link of contents.querySelectorAll('a')) {
      const head = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (head) {
        sections.push({ link, head });
      }
    }
    /** @type {Map<string, HTMLElement>} */
    const notes = new Map();
    for (const note of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.note-group'))) {
      notes.set(note.dataset.section || '', note);
    }
    let current = -1;
    let waiting = false;

    /** @param {number} index @param {boolean} on */
    function mark(index, on) {
      const section = sections[index];
      if (!section) {
        return;
      }
      const note = notes.get(section.head.id);
      section.link.toggleAttribute('aria-current', on);
      if (on) {
        section.link.setAttribute('aria-current', 'true');
        reveal(section.link, contents);
      }
      if (note) {
        note.classList.toggle('now', on);
        const margin = note.closest('.margin');
        if (on && margin instanceof HTMLElement) {
          reveal(note, margin);
        }
      }
    }

    function update() {
      waiting = false;
      // The last head above a line near the top of the window; the line sinks towards the page's end,
      // where heads can no longer reach the top. Heads are many, so by halves.
      const all = document.documentElement.scrollHeight - window.innerHeight;
      const near = Math.min(window.innerHeight / 2, all);
      const left = all - window.scrollY;
      const sunk = near > 0 && left < near ? 1 - left / near : 0;
      const line = TOP + (window.innerHeight - TOP) * sunk;
      let low = 0;
      let high = sections.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (sections[middle].head.getBoundingClientRect().top <= line) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      if (low - 1 !== current) {
        mark(current, false);
        current = low - 1;
        mark(current, true);
      }
    }

    window.addEventListener('scroll', () => {
      if (!waiting) {
        waiting = true;
        window.requestAnimationFrame(update);
      }
    }, { passive: true });
    update();
  }

  /**
   * Scrolls a box, never the page, until an element in it is seen.
   * @param {HTMLElement} element
   * @param {HTMLElement} box
   */
  function reveal(element, box) {
    const inner = element.getBoundingClientRect();
    const outer = box.getBoundingClientRect();
    if (box.scrollHeight > box.clientHeight && (inner.top < outer.top || inner.bottom > outer.bottom)) {
      box.scrollTop += inner.top - outer.top - box.clientHeight / 3;
    }
  }

  const contents = document.querySelector('.reading > .contents');
  if (contents instanceof HTMLElement) {
    follow(contents);
  }

  const box = document.querySelector('input[name="q"]');
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && box instanceof HTMLInputElement && !event.ctrlKey && !(event.target instanceof HTMLInputElement)) {
      event.preventDefault();
      box.focus();
      box.setSelectionRange(box.value.length, box.value.length);
    }
  });

  /** @type {HTMLDetailsElement[]} what print opened */
  let opened = [];
  /** @param {boolean} open */
  const fold = (open) => opened.forEach((details) => (details.open = open));
  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details')].filter((details) => !details.open);
    fold(true);
  });
  window.addEventListener('afterprint', () => fold(false));

  /** @type {any} */ (window).tongbao = Object.assign(/** @type {any} */ (window).tongbao || {}, { copy });
})();
