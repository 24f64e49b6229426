'use strict';

// The search page: asks while the reader types, and shows the answers. What is asked stands in the
// address; the words are those of the page's data- attributes.
(() => {
  const PAGE = 20;
  const FIRST = 5; // asked for before the rest of a page
  const FILTER = /(^|\s)((?:乡镇|公司|年|期|日期)[:：](?:["“][^"”]*["”]|\S+))(?=\s|$)/g;

  /** @param {string} id @returns {any} */
  const at = (id) => document.getElementById(`t_${id}`);
  const [found, form, trouble] = ['found', 'ask', 'trouble'].map(at);
  if (!found) {
    return;
  }
  let asked = new URLSearchParams();
  let turn = 0; // the answer to an older question is dropped
  let fresh = false; // whether what is typed next begins an entry of the history
  /** @type {Map<string, string>} by kind and id */
  const names = new Map();

  /** @param {string} key */
  const get = (key) => asked.get(key) || '';
  /** @param {string} key of a data- attribute @param {any} [values] for its braces */
  const say = (key, values) => found.dataset[key].replace(/\{(\w+)\}/g, (/** @type {any} */ _, /** @type {any} */ name) => values[name]);

  /** @param {string} tag with or without a class @param {any} properties @param {...(string | Node)} children @returns {any} */
  function make(tag, properties, ...children) {
    const [name, className = ''] = tag.split('.');
    const element = Object.assign(document.createElement(name), { className }, properties);
    element.append(...children);
    return element;
  }

  /** The address of this question with a change, at its first page. @param {any} change */
  function address(change) {
    const next = new URLSearchParams(asked);
    for (const [key, value] of Object.entries({ page: '', ...change })) {
      next.set(key, value);
      if (!value) {
        next.delete(key);
      }
    }
    return `?${next}`;
  }

  /** @param {any} change @param {string} words */
  const link = (change, words) => make('a', { href: address(change) }, words);

  /** Asks what the address says. @param {'pushState' | 'replaceState' | ''} [how] it is changed @param {string} [search] */
  function go(how, search) {
    if (how) {
      history[how](null, '', search);
    }
    fresh = true;
    asked = new URLSearchParams(location.search);
    for (const key of ['q', 'from', 'to']) {
      form[key].value = get(key);
    }
    ask();
  }

  async function ask() {
    const mine = ++turn;
    const q = get('q');
    if (!q.trim()) {
      return show('start');
    }
    const offset = (Math.max(1, Number(get('page'))) - 1) * PAGE;
    const options = { sort: get('sort') || 'relevance', from: get('from') || undefined, to: get('to') || undefined, offset };
    const { search } = /** @type {any} */ (window).tongbao;
    found.ariaBusy = 'true';
    try {
      const first = await search(q, { ...options, limit: FIRST, facets: false, entities: false });
      if (mine === turn) {
        if (first.total) {
          draw(first, 0);
        }
        const all = await search(q, { ...options, limit: PAGE });
        if (mine === turn) {
          draw(all, first.total && FIRST);
          drawFacets(all.facets);
        }
      }
    } catch (/** @type {any} */ { shard, message }) {
      if (mine === turn) {
        trouble.firstElementChild.textContent = say(shard ? 'missing' : 'error', { file: shard, message });
        show('trouble');
      }
    }
    if (mine === turn) {
      found.ariaBusy = 'false';
      setTimeout(announce, 400, mine);
    }
  }

  /** Tells screen readers how it stands, when it has stood for a moment. @param {number} mine */
  function announce(mine) {
    if (mine === turn) {
      const said = trouble.hidden ? [at('count'), at('mode')] : [trouble.firstElementChild];
      at('said').textContent = said.map((element) => element.textContent).join(' ');
    }
  }

  /** @param {'start' | 'found' | 'nothing' | 'trouble'} part */
  function show(part) {
    found.hidden = part === 'start' || part === 'trouble';
    trouble.hidden = part !== 'trouble';
    at('how').hidden = part !== 'start';
    at('lists').hidden = part === 'found';
  }

  /** @param {any} answer @param {number} standing how many of its results stand on the page already */
  function draw({ mode, total, literal_total: n, offset, results, entities }, standing) {
    const issues = new Set(results.map((/** @type {any} */ result) => result.issue)).size;
    const all = results.length === total ? 'countIssues' : 'count';
    const none = entities && entities.length ? 'namesOnly' : 'nothing';
    at('count').textContent = say(total ? all : none, { n: total, issues, q: get('q').trim() });
    const words = terms(mode, results);
    at('mode').textContent = total > n ? say(mode, { n, terms: words.map((word) => `“${word}”`).join('、') }) : '';
    at('sort').replaceChildren(...(total > 1 ? ['', 'date'].map(sortLink) : []));
    at('suggested').replaceChildren(...(total ? [] : suggestions()));
    if (entities) {
      at('entities').replaceChildren(...entities.map(entityLine));
    }
    if (!standing) {
      at('results').replaceChildren();
    }
    results.forEach((/** @type {any} */ result, /** @type {number} */ i) => i < standing || place(result, offset + i < n ? [] : words));
    const page = offset / PAGE + 1;
    const pages = Math.ceil(total / PAGE);
    const steps = [page > 1 && link({ page: page - 1 }, say('previous')), say('page', { page, pages }), page < pages && link({ page: page + 1 }, say('next'))];
    at('pages').replaceChildren(...(pages > 1 ? steps.map((step) => make('p', {}, step || '')) : []));
    show(total || at('entities').firstChild ? 'found' : 'nothing');
  }

  /** What the sections have in place of the query. @param {string} mode @param {any[]} results */
  function terms(mode, results) {
    const words = get('q').replace(FILTER, '').replace(/["“”]/g, '').split(/\s+/);
    return mode === 'segmented' ? marked(results[0]) : words.filter((word) => word && word[0] !== '-');
  }

  /** The marked texts of a result, each once. @param {any} result @returns {string[]} */
  function marked({ excerpt, highlights }) {
    const texts = highlights.map((/** @type {number[]} */ range) => Array.from(excerpt).slice(...range).join(''));
    return /** @type {string[]} */ (Array.from(new Set(texts)));
  }

  /** @param {string} sort */
  function sortLink(sort) {
    const own = link({ sort }, say(sort || 'relevance'));
    own.ariaCurrent = sort === get('sort') ? 'true' : null;
    return own;
  }

  /** The query with a filter, or without it when it is there. @param {string} filter */
  function toggled(filter) {
    const rest = get('q').replace(FILTER, (all, _, own) => (own === filter ? '' : all)).trim();
    return rest === get('q').trim() ? `${filter} ${rest}` : rest;
  }

  /** @param {string} kind @param {string} id */
  function filterOf(kind, id) {
    const key = /** @type {any} */ ({ township: '乡镇', company: '公司', year: '年' })[kind];
    const name = names.get(kind + id) || id;
    return key && `${key}:${/[\s"“”]/.test(name) ? id : name}`;
  }

  function suggestions() {
    const filters = (get('q').match(FILTER) || []).map((filter) => filter.trim());
    const list = filters.map((filter) => link({ q: toggled(filter) }, say('without', { filter })));
    const dates = get('from') + get('to') && link({ from: '', to: '' }, say('noDates'));
    return [...list, dates, say('orLists')].filter(Boolean).map((entry) => make('li', {}, entry));
  }

  /** A township or company that is asked for by name. @param {any} entity */
  function entityLine({ kind, id, name, url }) {
    names.set(kind + id, name);
    const filter = filterOf(kind, id);
    const only = get('q').includes(filter) ? '' : link({ q: filter }, say('only'));
    return make('li', {}, make('a.stop', { href: `../${url}` }, name), ' ', make('span.count', {}, say(kind)), ' ', only);
  }

  /** Puts a result under its issue's head, which results that follow each other share. @param {any} result @param {string[]} words */
  function place(result, words) {
    const { issue, date, title, section, township, excerpt, highlights } = result;
    const [path, anchor] = result.url.split('#');
    const marks = new URLSearchParams([...marked(result), ...words].map((text) => ['mark', text]));
    const url = `../${path}?${marks}`;
    let group = at('results').lastElementChild;
    if (!group || group.dataset.issue !== issue) {
      const [, series, , number] = /^(?:(.+)-)?(\d{4})-(\d{3,})$/.exec(issue) || [];
      const [year, month, day] = date.split('-').map(Number);
      const source = [names.get(`series${series}`), number && say('number', { n: Number(number) })].filter(Boolean).join(' ');
      const time = make('time', { dateTime: date }, `${year}年${month}月${day}日`);
      group = make('section', {}, make('h2', {}, make('a', { href: url }, title)), make('p.source', {}, time, ` ${source}`), make('ol', {}));
      group.dataset.issue = issue;
      at('results').append(group);
    }
    const points = Array.from(excerpt);
    const text = make('p', {});
    let done = 0;
    for (const [start, end] of highlights) {
      text.append(points.slice(done, start).join(''), make('mark', {}, points.slice(start, end).join('')));
      done = end;
    }
    text.append(points.slice(done).join(''));
    const heading = section || say('opening');
    const head = make('p.place', {}, make('a.stop', { href: `${url}#${anchor}` }, heading), heading.includes(township) ? '' : ` ${township}`);
    group.lastElementChild.append(make('li', {}, head, text));
    result.companies.forEach((/** @type {any} */ { id, name }) => names.set(`company${id}`, name));
  }

  /** @param {any} facets */
  function drawFacets(facets) {
    const lists = ['township', 'company', 'year', 'series'].map((kind) => {
      const lines = facets[kind].map((/** @type {any} */ { id, name, count }) => {
        const label = name || names.get(kind + id) || id;
        names.set(kind + id, label);
        const filter = filterOf(kind, id);
        const entry = make(filter ? 'a' : 'span', filter ? { href: address({ q: toggled(filter) }) } : {}, label);
        const current = filter && !toggled(filter).includes(filter);
        entry.ariaCurrent = current ? 'true' : null;
        return { current, line: make('li', {}, entry, ' ', make('span.count', {}, String(count))) };
      });
      // One value alone narrows nothing down.
      return lines.length > 1 || lines.some((/** @type {any} */ { current }) => current)
        ? make('section', {}, make('h2', {}, say(kind)), make('ul', {}, ...lines.map((/** @type {any} */ { line }) => line)))
        : '';
    });
    at('facets').replaceChildren(...lists);
    found.firstElementChild.hidden = !lists.some(Boolean);
  }

  /** From the field to the results and back. @param {KeyboardEvent} event */
  function walk({ key, target, isComposing }) {
    const stops = [form.q, ...document.querySelectorAll('#t_found:not([hidden]) .stop')];
    const now = stops.indexOf(target);
    const step = /** @type {any} */ ({ ArrowDown: now + 1, ArrowUp: now - 1, Escape: 0 })[key];
    return now < 0 || isComposing || (key === 'Escape' && !now) ? undefined : stops[step];
  }

  function begin() {
    for (const kind of ['township', 'series']) {
      document.querySelectorAll(`a[data-${kind}]`).forEach((own) => names.set(kind + own.getAttribute(`data-${kind}`), own.textContent || ''));
    }
    found.querySelector('details').open = matchMedia('(min-width: 901px)').matches;
    let composing = false;
    let pause = 0;
    const change = () => address({ q: form.q.value, from: form.from.value, to: form.to.value });
    const typed = () => {
      clearTimeout(pause);
      pause = composing ? 0 : setTimeout(take, 120);
    };
    const take = () => {
      if (change() !== address({})) {
        go(fresh ? 'pushState' : 'replaceState', change());
        fresh = false;
      }
    };
    form.addEventListener('input', typed);
    form.addEventListener('compositionstart', () => (composing = true));
    form.addEventListener('compositionend', () => {
      composing = false;
      typed();
    });
    form.addEventListener('submit', (/** @type {Event} */ event) => {
      event.preventDefault();
      clearTimeout(pause);
      go(change() === address({}) ? '' : 'pushState', change());
    });
    document.addEventListener('click', (event) => {
      const own = /** @type {Element} */ (event.target).closest('main a');
      const here = own instanceof HTMLAnchorElement && own.search && own.pathname === location.pathname;
      if (here && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        go('pushState', own.search);
        scrollTo(0, 0);
      }
    });
    document.addEventListener('keydown', (event) => {
      const stop = walk(event);
      if (stop) {
        event.preventDefault();
        stop.focus();
      }
    });
    trouble.lastElementChild.addEventListener('click', ask);
    addEventListener('popstate', () => go());
    go();
    fresh = get('q') !== '';
    if (!fresh) {
      form.q.focus();
    }
  }

  document.addEventListener('DOMContentLoaded', begin);
})();
