// The search page: asks while the reader types, and shows the answers. What is asked stands in the
// address; the words are those of the page's data- attributes.

const ON_A_PAGE = 20;
const AT_FIRST = 5; // the rest of the page follows
const FILTERS = /(^|\s)((?:乡镇|公司|年|期|日期)[:：](?:["“][^"”]*["”]|\S+))(?=\s|$)/g;

/** @type {SearchPage['at']} */
const at = (id) => document.getElementById(`t_${id}`);
const [found, form, trouble] = ['found', 'ask', 'trouble'].map(at);

let asked = new URLSearchParams();
let turn = 0; // the answer to an older question is dropped
let fresh = false; // whether what is typed next begins an entry of the history
/** @type {Map<string, string>} by kind and id */
const names = new Map();

/** @type {SearchPage['said']} */
const said = (key) => asked.get(key) || '';

/** @type {SearchPage['say']} */
const say = (key, values = {}) => (found.dataset[key] || '').replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ name) => values[name]);

/** @type {SearchPage['make']} */
function make(tag, properties, ...children) {
  const [name, className = ''] = tag.split('.');
  const element = Object.assign(document.createElement(name), { className }, properties);
  element.append(...children);
  return element;
}

/** @type {SearchPage['addressOf']} */
function addressOf(change) {
  const next = new URLSearchParams(asked);
  for (const [key, value] of Object.entries({ page: '', ...change })) {
    next.set(key, value);
    if (!value) {
      next.delete(key);
    }
  }
  return `?${next}`;
}

/** @type {SearchPage['linkTo']} */
const linkTo = (change, words) => make('a', { href: addressOf(change) }, words);

/** @type {SearchPage['turnTo']} */
function turnTo(how, search) {
  if (how) {
    history[how](null, '', search);
  }
  fresh = true;
  asked = new URLSearchParams(location.search);
  for (const key of ['q', 'from', 'to']) {
    form[key].value = said(key);
  }
  ask();
}

async function ask() {
  const mine = ++turn;
  const q = said('q');
  if (!q.trim()) {
    return show('start');
  }
  const offset = (Math.max(1, Number(said('page'))) - 1) * ON_A_PAGE;
  const options = { sort: said('sort') || 'relevance', from: said('from') || undefined, to: said('to') || undefined, offset };
  const { search } = /** @type {any} */ (window).tongbao;
  found.ariaBusy = 'true';
  try {
    const first = await search(q, { ...options, limit: AT_FIRST, facets: false, entities: false });
    if (mine === turn) {
      if (first.total) {
        draw(first, 0);
      }
      const all = await search(q, { ...options, limit: ON_A_PAGE });
      if (mine === turn) {
        draw(all, first.total && AT_FIRST);
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

/** @type {SearchPage['announce']} */
function announce(mine) {
  if (mine === turn) {
    const parts = trouble.hidden ? [at('count'), at('mode')] : [trouble.firstElementChild];
    at('said').textContent = parts.map((part) => part.textContent).join(' ');
  }
}

/** @type {SearchPage['show']} */
function show(part) {
  found.hidden = part === 'start' || part === 'trouble';
  trouble.hidden = part !== 'trouble';
  at('how').hidden = part !== 'start';
  at('lists').hidden = part === 'found';
}

/** @type {SearchPage['draw']} */
function draw({ mode, total, literal_total: n, offset, results, entities }, standing) {
  const issues = new Set(results.map((/** @type {any} */ result) => result.issue)).size;
  const many = results.length === total ? 'countIssues' : 'count';
  const none = entities && entities.length ? 'namesOnly' : 'nothing';
  const words = termsOf(mode, results);
  at('count').textContent = say(total ? many : none, { n: total, issues, q: said('q').trim() });
  at('mode').textContent = total > n ? say(mode, { n, terms: words.map((word) => `“${word}”`).join('、') }) : '';
  at('suggested').replaceChildren(...(total ? [] : suggestions()));
  const sorts = ['', 'date'].map((sort) => Object.assign(linkTo({ sort }, say(sort || 'relevance')), { ariaCurrent: sort === said('sort') || null }));
  at('sort').replaceChildren(...(total > 1 ? sorts : []));
  if (entities) {
    at('entities').replaceChildren(...entities.map(entityLine));
  }
  if (!standing) {
    at('results').replaceChildren();
  }
  results.slice(standing).forEach((/** @type {any} */ result, /** @type {number} */ i) => place(result, offset + standing + i < n ? [] : words));
  drawPages(offset / ON_A_PAGE + 1, Math.ceil(total / ON_A_PAGE));
  show(total || at('entities').firstChild ? 'found' : 'nothing');
}

/** @type {SearchPage['drawPages']} */
function drawPages(page, pages) {
  const steps = [
    page > 1 && linkTo({ page: page - 1 }, say('previous')),
    say('page', { page, pages }),
    page < pages && linkTo({ page: page + 1 }, say('next')),
  ];
  at('pages').replaceChildren(...(pages > 1 ? steps.map((step) => make('p', {}, step || '')) : []));
}

/** @type {SearchPage['termsOf']} */
function termsOf(mode, results) {
  const words = said('q').replace(FILTERS, '').replace(/["“”]/g, '').split(/\s+/);
  return mode === 'segmented' ? markedIn(results[0]) : words.filter((word) => word && word[0] !== '-');
}

/** @type {SearchPage['markedIn']} */
function markedIn({ excerpt, highlights }) {
  const points = Array.from(/** @type {string} */ (excerpt));
  return Array.from(new Set(highlights.map((/** @type {number[]} */ range) => points.slice(...range).join(''))));
}

/** @type {SearchPage['toggled']} */
function toggled(filter) {
  const query = said('q').trim();
  const rest = query.replace(FILTERS, (all, _, own) => (own === filter ? '' : all)).trim();
  return rest === query ? `${filter} ${rest}` : rest;
}

/** @type {SearchPage['filterFor']} */
function filterFor(kind, id) {
  const key = /** @type {any} */ ({ township: '乡镇', company: '公司', year: '年' })[kind];
  const name = names.get(kind + id) || id;
  return key && `${key}:${/[\s"“”]/.test(name) ? id : name}`;
}

function suggestions() {
  const filters = (said('q').match(FILTERS) || []).map((filter) => filter.trim());
  const list = filters.map((filter) => linkTo({ q: toggled(filter) }, say('without', { filter })));
  const dates = said('from') + said('to') ? [linkTo({ from: '', to: '' }, say('noDates'))] : [];
  return [...list, ...dates, say('orLists')].map((entry) => make('li', {}, entry));
}

/** @type {SearchPage['entityLine']} */
function entityLine({ kind, id, name, url }) {
  names.set(kind + id, name);
  const filter = filterFor(kind, id);
  const only = said('q').includes(`${filter}`) ? '' : linkTo({ q: filter }, say('only'));
  return make('li', {}, make('a.stop', { href: `../${url}` }, name), ' ', make('span.count', {}, say(kind)), ' ', only);
}

/** @type {SearchPage['place']} */
function place(result, words) {
  const [path, anchor] = result.url.split('#');
  const marks = [...markedIn(result), ...words].map((text) => ['mark', text]);
  const url = `../${path}?${new URLSearchParams(marks)}`;
  let group = at('results').lastElementChild;
  if (!group || group.dataset.issue !== result.issue) {
    group = issueHead(result, url);
    at('results').append(group);
  }
  const heading = result.section || say('opening');
  const township = heading.includes(result.township) ? '' : ` ${result.township}`;
  const line = make('p.place', {}, make('a.stop', { href: `${url}#${anchor}` }, heading), township);
  group.lastElementChild.append(make('li', {}, line, excerptOf(result)));
  result.companies.forEach((/** @type {any} */ { id, name }) => names.set(`company${id}`, name));
}

/** @type {SearchPage['issueHead']} */
function issueHead({ issue, date, title }, url) {
  const [, series, number] = /^(?:(.+)-)?\d{4}-(\d{3,})$/.exec(issue) || [];
  const [year, month, day] = date.split('-').map(Number);
  const time = make('time', { dateTime: date }, `${year}年${month}月${day}日`);
  const source = [names.get(`series${series}`), number && say('number', { n: Number(number) })].filter(Boolean).join(' ');
  const head = make('section', {}, make('h2', {}, make('a', { href: url }, title)), make('p.source', {}, time, ` ${source}`), make('ol', {}));
  head.dataset.issue = issue;
  return head;
}

/** @type {SearchPage['excerptOf']} */
function excerptOf({ excerpt, highlights }) {
  const points = Array.from(excerpt);
  const text = make('p', {});
  let done = 0;
  for (const [start, end] of highlights) {
    text.append(points.slice(done, start).join(''), make('mark', {}, points.slice(start, end).join('')));
    done = end;
  }
  text.append(points.slice(done).join(''));
  return text;
}

/** @type {SearchPage['drawFacets']} */
function drawFacets(facets) {
  const sections = ['township', 'company', 'year', 'series'].map((kind) => {
    const lines = facetLines(kind, facets[kind]);
    // One value alone narrows nothing down.
    const useful = lines.length > 1 || lines.some((line) => line.querySelector('[aria-current]'));
    return useful ? make('section', {}, make('h2', {}, say(kind)), make('ul', {}, ...lines)) : '';
  });
  at('facets').replaceChildren(...sections);
  found.firstElementChild.hidden = !sections.some(Boolean);
}

/** @type {SearchPage['facetLines']} */
function facetLines(kind, facets) {
  return facets.map(({ id, name, count }) => {
    const label = name || names.get(kind + id) || id;
    names.set(kind + id, label);
    const filter = filterFor(kind, id);
    const q = filter && toggled(filter);
    const on = filter && !`${q}`.includes(filter);
    const entry = make(filter ? 'a' : 'span', filter ? { href: addressOf({ q }) } : {}, on ? say('off', { label }) : label);
    entry.ariaCurrent = on ? 'true' : null;
    return make('li', {}, entry, ' ', make('span.count', {}, String(count)));
  });
}

/** @type {SearchPage['stopFor']} */
function stopFor({ key, target, isComposing }) {
  const stops = [form.q, ...document.querySelectorAll('#t_found:not([hidden]) .stop')];
  const now = stops.indexOf(target);
  const next = /** @type {any} */ ({ ArrowDown: now + 1, ArrowUp: now - 1, Escape: now ? 0 : -1 })[key];
  return now < 0 || isComposing ? undefined : stops[next];
}

function startPage() {
  for (const kind of ['township', 'series']) {
    document.querySelectorAll(`a[data-${kind}]`).forEach((own) => names.set(kind + own.getAttribute(`data-${kind}`), own.textContent || ''));
  }
  found.querySelector('details').open = matchMedia('(min-width: 901px)').matches;
  let composing = false;
  let pause = 0;
  const typed = () => addressOf({ q: form.q.value, from: form.from.value, to: form.to.value });
  const take = () => {
    if (typed() !== addressOf({})) {
      turnTo(fresh ? 'pushState' : 'replaceState', typed());
      fresh = false;
    }
  };
  const wait = () => {
    clearTimeout(pause);
    pause = composing ? 0 : setTimeout(take, 120);
  };
  form.addEventListener('input', wait);
  form.addEventListener('compositionstart', () => (composing = true));
  form.addEventListener('compositionend', () => {
    composing = false;
    wait();
  });
  form.addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault();
    clearTimeout(pause);
    turnTo(typed() === addressOf({}) ? '' : 'pushState', typed());
  });
  document.addEventListener('click', (event) => {
    const link = /** @type {Element} */ (event.target).closest('main a');
    const here = link instanceof HTMLAnchorElement && link.search && link.pathname === location.pathname;
    if (here && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      turnTo('pushState', link.search);
      scrollTo(0, 0);
    }
  });
  document.addEventListener('keydown', (event) => {
    const stop = stopFor(event);
    if (stop) {
      event.preventDefault();
      stop.focus();
    }
  });
  trouble.lastElementChild.addEventListener('click', ask);
  addEventListener('popstate', () => turnTo());
  turnTo();
  fresh = said('q') !== '';
  if (!fresh) {
    form.q.focus();
  }
}

if (found) {
  document.addEventListener('DOMContentLoaded', startPage);
}
