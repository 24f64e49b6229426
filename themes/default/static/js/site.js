'use strict';

// Copies citations. Every page is whole without it.
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
    let done = false;
    try {
      done = document.execCommand('copy');
    } catch (_) {
      done = false;
    }
    field.remove();
    return done;
  }

  /**
   * @param {string} text
   * @returns {Promise<boolean>} whether the clipboard holds it
   */
  function copy(text) {
    const bySelection = () => copyBySelection(text);
    if (!navigator.clipboard) {
      return Promise.resolve(bySelection());
    }
    return navigator.clipboard.writeText(text).then(() => true, bySelection);
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
   * Says it in the page's status line, for eyes and screen readers.
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

  /** @type {any} */ (window).tongbao = Object.assign(/** @type {any} */ (window).tongbao || {}, { copy });
})();
