// The search page: asks while the reader types, and shows the answers. What is asked stands in the
// address, words and markup in the page's templates.
const ON_A_PAGE = 20;
// The rest of a page follows these.
const AT_FIRST = 5;
const CONDITION = new RegExp(`^(-|(${ANY_KEY})[:：]).`);

/** @type {SearchPage['at']} */
const at = (id) => document.getElementById(`t_${id}`);
const form = at('ask');

/** @type {Record<string, any>} */
const asked = {};
/** @type {string[]} */
let tokens = [];
// The answer to an older question is dropped.
let turn = 0;
// Whether what is typed next begins an entry of the history.
let fresh = false;

/** @type {SearchPage['queryWith']} */
const queryWith = (change) => `${new URLSearchParams(Object.entries({ ...asked, page: '', ...change }).filter(([, value]) => value))}`;
/** @type {SearchPage['markup']} */
const markup = (value) =>
  Array.isArray(value)
    ? value.filter(Boolean).join('')
    : `${(typeof value === 'object' ? queryWith(value) : value) || ''}`.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
/** @type {SearchPage['fill']} */
const fill = (name, values) => at(`fill_${name}`).innerHTML.replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ key) => markup(values[key]));
/** @type {SearchPage['put']} */
const put = (id, content) => (at(id).innerHTML = markup([content].flat()));
/** @type {SearchPage['show']} */
const show = (state) => (document.body.dataset.state = state);

/** @type {SearchPage['go']} */
const go = (query, typing) => {
  query === undefined || history[typing && !fresh ? 'replaceState' : 'pushState'](null, '', `?${query}`);
  const address = new URLSearchParams(location.search);
  // Not all have a field.
  ['q', 'from', 'to', 'sort', 'page'].forEach((key) => ((form[key] || {}).value = asked[key] = address.get(key) || ''));
  tokens = asked.q.match(TOKEN) || [];
  fresh = !typing && tokens.length > 0;
  ask();
};

/** @type {SearchPage['ask']} */
const ask = async () => {
  const mine = ++turn;
  if (!tokens.length) return show('start');
  let heard = '';
  const offset = Math.max(0, asked.page - 1) * ON_A_PAGE;
  at('found').ariaBusy = 'true';
  try {
    for (const brief of [true, false]) {
      const limit = brief ? AT_FIRST : ON_A_PAGE;
      const answer = await tongbao.search(asked.q, { ...asked, offset, limit, brief });
      if (mine !== turn) return;
      if (!brief || answer.total) heard = draw(answer, heard ? AT_FIRST : 0);
    }
  } catch (/** @type {any} */ { shard, message }) {
    if (mine !== turn) return;
    heard = put('why', fill(shard ? 'missing' : 'error', { file: shard, message }));
    show('trouble');
  }
  at('found').ariaBusy = 'false';
  setTimeout(() => mine === turn && put('said', heard), 400);
};

/** @type {SearchPage['draw']} */
const draw = ({ mode, total, literal_total: n, offset, results, entities, facets }, standing) => {
  const typed = tokens.filter((token) => !CONDITION.test(token)).map((token) => token.replace(/["“”]/g, ''));
  const words = mode === 'segmented' ? results.slice(0, 1).flatMap(marked) : typed;
  const sentence = total ? (results.length === total ? 'count_issues' : 'count') : entities?.length ? 'names_only' : 'nothing';
  const count = put('count', fill(sentence, { n: total, issues: new Set(results.map(({ issue }) => issue)).size, q: asked.q.trim() }));
  const how = put('mode', total > n && fill(mode, { n, terms: `“${words.join('”、“')}”` }));
  const without = tokens.map((filter) => CONDITION.test(filter) && fill('without', { filter, query: toggled(filter) }));
  put('suggested', [...without, asked.from + asked.to && fill('no_dates', { query: { from: '', to: '' } }), fill('or_lists')]);
  put('sort', total > 1 && ['', 'date'].map((sort) => fill(sort || 'relevance', { query: { sort }, on: sort === asked.sort })));

  standing || put('results');
  const lines = results.map((result, i) => resultLine(result, results[i - 1], offset + i < n ? [] : words));
  at('results').insertAdjacentHTML('beforeend', markup(lines.slice(standing)));
  const [page, pages] = [offset / ON_A_PAGE + 1, Math.ceil(total / ON_A_PAGE)];
  put('pages', entities && pages > 1 && fill('pages', { page, pages, left: pages - page, back: { page: page - 1 }, next: { page: page + 1 } }));
  if (entities) {
    const [first, ...others] = entities.map(entityLine);
    put('entity', first);
    at('more').hidden = !put('others', others);
    at('more').open = !total;
    at('narrow').hidden = !put('facets', Object.entries(/** @type {Facets} */ (facets)).map(facetOf));
  }
  show(total ? 'found' : 'nothing');
  return `${count} ${how}`;
};

/** @type {SearchPage['pieces']} */
const pieces = ({ excerpt, highlights }) => {
  const points = Array.from(excerpt);
  return [0, ...highlights.flat()].map((cut, i, cuts) => points.slice(cut, cuts[i + 1]).join(''));
};
/** @type {SearchPage['marked']} */
const marked = (result) => [...new Set(pieces(result).filter((_, i) => i % 2))];

/** @type {SearchPage['resultLine']} */
const resultLine = (result, before, words) => {
  const { issue, date, section, township, url } = result;
  const [path, anchor = ''] = url.split('#');
  const page = `${path}?${new URLSearchParams([...marked(result), ...words].map((text) => ['mark', text]))}`;
  const [, id, number] = /^(?:(.+)-)?\d{4}-(\d{3,})$/.exec(issue) || [];
  const [year, month, day] = date.split('-').map(Number);
  return fill('result', {
    ...result, page, anchor, year, month, day, n: +number,
    series: at(`series_${id}`)?.textContent,
    again: before?.issue === issue,
    heading: section || [fill('opening')],
    township: !section.includes(township) && township,
    excerpt: pieces(result).map((text, i) => fill(i % 2 ? 'mark' : 'text', { text })),
  });
};

/** @type {SearchPage['toggled']} */
const toggled = (condition) =>
  ({ q: (tokens.includes(condition) ? tokens.filter((token) => token !== condition) : [condition, ...tokens]).join(' ') });
/** @type {SearchPage['filterFor']} */
const filterFor = (kind, id, name) => KEYS[kind] && `${KEYS[kind]}:${/[\s"“”]/.test(name) ? id : name}`;

/** @type {SearchPage['entityLine']} */
const entityLine = ({ kind, id, name, url, found }) => {
  const filter = filterFor(kind, id, name);
  return fill('entity', { name, url, found, kind: [fill(kind)], query: { q: filter }, on: tokens.includes(filter) });
};

/** @type {SearchPage['facetOf']} */
const facetOf = ([kind, rows]) => {
  // One value alone narrows nothing down.
  let useful = rows.length > 1;
  const lines = rows.map(({ id, name: label = at(`series_${id}`)?.textContent || id, count }) => {
    const filter = filterFor(kind, id, label);
    const on = tokens.includes(filter);
    useful = useful || on;
    return fill(filter ? 'choice' : 'value', { label, count, on, query: toggled(filter) });
  });
  return useful && fill('facet', { kind: [fill(kind)], lines });
};

/** @type {SearchPage['take']} */
const take = (typing) => {
  const typed = queryWith(Object.fromEntries(new FormData(form)));
  typed !== queryWith({}) ? go(typed, typing) : typing || go();
};

if (form) {
  let pause = 0;
  form.oninput = (/** @type {InputEvent} */ { isComposing }) => {
    clearTimeout(pause);
    pause = isComposing ? 0 : setTimeout(take, 120, true);
  };
  form.addEventListener('compositionend', form.oninput);
  form.onsubmit = () => {
    take();
    return false;
  };
  onclick = (/** @type {any} */ event) => {
    const link = event.target.closest('[href^="?"], .how a');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      go(link.search.slice(1));
      scrollTo(0, 0);
    }
  };
  onkeydown = (/** @type {any} */ event) => {
    /** @type {any[]} */
    const stops = [...document.querySelectorAll('.stop')];
    const now = stops.indexOf(event.target);
    const stop = stops[/** @type {any} */ ({ ArrowDown: now + 1, ArrowUp: now - 1, Escape: now ? 0 : -1 })[event.key]];
    if (now >= 0 && stop && !event.isComposing) {
      event.preventDefault();
      stop.closest('details')?.setAttribute('open', '');
      stop.focus();
    }
  };
  onpopstate = () => go();
  at('narrow').open = innerWidth > 900;
  // Before what an answer would push away is there.
  show('asked');
  go();
  fresh || form.q.focus();
}
