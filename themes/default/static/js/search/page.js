// The search page: asks while the reader types, and shows the answers. What is asked stands in the
// address; the words are those of the page's data- attributes.
const ON_A_PAGE = 20;
const AT_FIRST = 5; // the rest of the page follows
const FILTERS = /(^|\s)((?:乡镇|公司|年|期|日期)[:：](?:["“][^"”]*["”]|\S+))(?=\s|$)/g;
/** @type {Record<string, string>} */
const FILTER_OF = { township: '乡镇', company: '公司', year: '年' };

/** @type {SearchPage['at']} */
const at = (id) => document.getElementById(`t_${id}`);
const [found, form] = [at('found'), at('ask')];

let asked = new URLSearchParams(location.search);
let turn = 0; // the answer to an older question is dropped
let fresh = false; // whether what is typed next begins an entry of the history
/** @type {Map<string, string>} by kind and id */
const names = new Map();

/** @type {SearchPage['said']} */
const said = (key) => asked.get(key) || '';
/** @type {SearchPage['say']} */
const say = (key, values = {}) => (found.dataset[key] || '').replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ name) => values[name]);
/** @type {SearchPage['make']} */
const make = (tag, properties, ...children) => {
  const [name, className = ''] = tag.split('.');
  const element = Object.assign(document.createElement(name), { className }, properties);
  element.append(...children);
  return element;
};
/** @type {SearchPage['addressOf']} */
const addressOf = (change) => {
  const values = Object.entries({ ...Object.fromEntries(asked), page: '', ...change });
  return `?${new URLSearchParams(values.filter(([, value]) => value))}`;
};
/** @type {SearchPage['linkTo']} */
const linkTo = (change, words, current = false) => make('a', { href: addressOf(change), ariaCurrent: current || null }, words);

/** @type {SearchPage['turnTo']} */
const turnTo = (search, how) => {
  if (how) {
    history[how](null, '', search);
  }
  fresh = true;
  asked = new URLSearchParams(location.search);
  ['q', 'from', 'to'].forEach((key) => (form[key].value = said(key)));
  ask();
};

/** @type {SearchPage['show']} */
const show = (state) => {
  document.body.dataset.state = state;
};

/** @type {SearchPage['ask']} */
const ask = async () => {
  const mine = ++turn;
  if (!said('q').trim()) {
    return show('start');
  }
  const options = { sort: said('sort') || 'relevance', from: said('from'), to: said('to'), offset: (Math.max(1, +said('page')) - 1) * ON_A_PAGE };
  found.ariaBusy = 'true';
  try {
    let standing = 0;
    for (const limit of [AT_FIRST, ON_A_PAGE]) {
      const whole = limit > AT_FIRST;
      const answer = await window.tongbao.search(said('q'), { ...options, limit, facets: whole, entities: whole });
      if (mine !== turn) {
        return;
      }
      if (whole || answer.total) {
        draw(answer, standing);
        standing = answer.results.length;
      }
    }
  } catch (/** @type {any} */ { shard, message }) {
    if (mine !== turn) {
      return;
    }
    at('why').textContent = say(shard ? 'missing' : 'error', { file: shard, message });
    show('trouble');
  }
  found.ariaBusy = 'false';
  const parts = document.body.dataset.state === 'trouble' ? ['why'] : ['count', 'mode'];
  const words = parts.map((part) => at(part).textContent).join(' ');
  setTimeout(() => mine === turn && (at('said').textContent = words), 400);
};

/** @type {SearchPage['draw']} */
const draw = ({ mode, total, literal_total: n, offset, results, entities, facets }, standing) => {
  const issues = new Set(results.map(({ issue }) => issue)).size;
  const many = results.length === total ? 'countIssues' : 'count';
  const none = entities?.length ? 'namesOnly' : 'nothing';
  const typed = said('q').replace(FILTERS, '').replace(/["“”]/g, '').split(/\s+/);
  const words = mode === 'segmented' ? marked(results[0]) : typed.filter((word) => word && word[0] !== '-');
  at('count').textContent = say(total ? many : none, { n: total, issues, q: said('q').trim() });
  at('mode').textContent = total > n ? say(mode, { n, terms: words.map((word) => `“${word}”`).join('、') }) : '';
  at('suggested').replaceChildren(...(total ? [] : suggestions()));
  const sorts = ['', 'date'].map((sort) => linkTo({ sort }, say(sort || 'relevance'), sort === said('sort')));
  at('sort').replaceChildren(...(total > 1 ? sorts : []));
  standing || at('results').replaceChildren();
  results.slice(standing).forEach((result, i) => drawResult(result, offset + standing + i < n ? [] : words));
  const [page, pages] = [offset / ON_A_PAGE + 1, Math.ceil(total / ON_A_PAGE)];
  const steps = [page > 1 && linkTo({ page: page - 1 }, say('previous')), say('page', { page, pages }), page < pages && linkTo({ page: page + 1 }, say('next'))];
  at('pages').replaceChildren(...(entities && pages > 1 ? steps : []).map((step) => make('p', {}, step || '')));
  if (entities && facets) {
    const [first = '', ...rest] = entities.map(entityLine);
    at('entity').replaceChildren(first);
    at('others').replaceChildren(...rest);
    at('more').hidden = !rest.length;
    at('more').open = !total;
    const sections = Object.entries(facets).map(([kind, rows]) => facetOf(kind, rows)).filter(Boolean);
    at('facets').replaceChildren(...sections);
    at('narrow').hidden = !sections.length;
  }
  show(total ? 'found' : 'nothing');
};

/** @type {SearchPage['pieces']} */
const pieces = ({ excerpt, highlights }) => {
  const points = Array.from(excerpt);
  const cuts = [0, ...highlights.flat(), points.length];
  return cuts.slice(1).map((end, i) => points.slice(cuts[i], end).join(''));
};
/** @type {SearchPage['marked']} */
const marked = (result) => [...new Set(pieces(result).filter((_, i) => i % 2))];

/** @type {SearchPage['drawResult']} */
const drawResult = (result, words) => {
  const { issue, date, title, section, township, companies } = result;
  companies.forEach(({ id, name }) => names.set(`company${id}`, name));
  const [path, anchor] = result.url.split('#');
  const url = `../${path}?${new URLSearchParams([...marked(result), ...words].map((text) => ['mark', text]))}`;
  let group = at('results').lastElementChild;
  if (group?.dataset.issue !== issue) {
    const [, series, number] = /^(?:(.+)-)?\d{4}-(\d{3,})$/.exec(issue) || [];
    const source = [names.get(`series${series}`), number && say('number', { n: Number(number) })].filter(Boolean).join(' ');
    const time = make('time', { dateTime: date }, date.replace(/-0?/, '年').replace(/-0?/, '月') + '日');
    group = make('section', {}, make('h2', {}, make('a', { href: url }, title)), make('p.source', {}, time, ` ${source}`), make('ol', {}));
    group.dataset.issue = issue;
    at('results').append(group);
  }
  const heading = section || say('opening');
  const line = make('p.place', {}, make('a.stop', { href: `${url}#${anchor}` }, heading), heading.includes(township) ? '' : ` ${township}`);
  const excerpt = pieces(result).map((text, i) => (i % 2 ? make('mark', {}, text) : text));
  group.lastElementChild.append(make('li', {}, line, make('p', {}, ...excerpt)));
};

/** @type {SearchPage['toggled']} */
const toggled = (filter) => {
  const query = said('q').trim();
  const rest = query.replace(FILTERS, (all, _, own) => (own === filter ? '' : all)).trim();
  return rest === query ? `${filter} ${rest}` : rest;
};

/** @type {SearchPage['filterFor']} */
const filterFor = (kind, id) => {
  const name = names.get(kind + id) || id;
  return FILTER_OF[kind] && `${FILTER_OF[kind]}:${/[\s"“”]/.test(name) ? id : name}`;
};

/** @type {SearchPage['suggestions']} */
const suggestions = () => {
  const list = Array.from(said('q').matchAll(FILTERS), ([, , filter]) => linkTo({ q: toggled(filter) }, say('without', { filter })));
  const dates = said('from') + said('to') ? [linkTo({ from: '', to: '' }, say('noDates'))] : [];
  return [...list, ...dates, say('orLists')].map((entry) => make('li', {}, entry));
};

/** @type {SearchPage['entityLine']} */
const entityLine = ({ kind, id, name, url, found: other }) => {
  names.set(kind + id, name);
  const filter = filterFor(kind, id);
  const only = said('q').includes(`${filter}`) ? '' : linkTo({ q: filter }, say('only'));
  const note = make('span.count', {}, other ? `${say(kind)} ${say('found', { name: other })}` : say(kind));
  return make('li', {}, make('a.stop', { href: `../${url}` }, name), ' ', note, ' ', only);
};

/** @type {SearchPage['facetOf']} */
const facetOf = (kind, facets) => {
  let useful = facets.length > 1; // one value alone narrows nothing down
  const lines = facets.map(({ id, name, count }) => {
    const label = name || names.get(kind + id) || id;
    names.set(kind + id, label);
    const filter = filterFor(kind, id);
    const q = filter && toggled(filter);
    const on = !!filter && !`${q}`.includes(filter);
    useful = useful || on;
    const entry = filter ? linkTo({ q }, on ? say('off', { label }) : label, on) : label;
    return make('li', {}, entry, ' ', make('span.count', {}, String(count)));
  });
  return useful ? make('section', {}, make('h2', {}, say(kind)), make('ul', {}, ...lines)) : '';
};

/** @type {SearchPage['stopFor']} */
const stopFor = ({ key, target, isComposing }) => {
  const stops = [form.q, ...document.querySelectorAll('.stop')];
  const now = stops.indexOf(target);
  const next = { ArrowDown: now + 1, ArrowUp: now - 1, Escape: now ? 0 : -1 }[key];
  return now < 0 || isComposing || next === undefined ? undefined : stops[next];
};

const startPage = () => {
  for (const kind of ['township', 'series']) {
    document.querySelectorAll(`a[data-${kind}]`).forEach((own) => names.set(kind + own.getAttribute(`data-${kind}`), own.textContent || ''));
  }
  at('narrow').open = matchMedia('(min-width: 901px)').matches;
  let composing = false;
  let pause = 0;
  /** @type {SearchPage['take']} */
  const take = (how) => {
    clearTimeout(pause);
    const typed = addressOf(Object.fromEntries(new FormData(form)));
    const changed = typed !== addressOf({});
    if (changed || how) {
      turnTo(typed, changed ? how || (fresh ? 'pushState' : 'replaceState') : undefined);
      fresh = !!how;
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
    take('pushState');
  });
  document.addEventListener('click', (event) => {
    const link = /** @type {Element} */ (event.target).closest('main a');
    const here = link instanceof HTMLAnchorElement && link.search && link.pathname === location.pathname;
    if (here && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      turnTo(link.search, 'pushState');
      scrollTo(0, 0);
    }
  });
  document.addEventListener('keydown', (event) => {
    const stop = stopFor(event);
    if (stop) {
      event.preventDefault();
      at('more').open = at('more').open || at('more').contains(stop);
      stop.focus();
    }
  });
  at('again').addEventListener('click', ask);
  addEventListener('popstate', () => turnTo(location.search));
  turnTo(location.search);
  fresh = said('q') !== '';
  if (!fresh) {
    form.q.focus();
  }
};

if (found) {
  show(said('q') ? 'asked' : 'start'); // before what an answer would push away is there
  document.addEventListener('DOMContentLoaded', startPage);
}
