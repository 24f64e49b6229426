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
/** @type {any} */
let fresh;

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
const go = async (address, typing) => {
  address && history[typing && !fresh ? 'replaceState' : 'pushState'](null, '', address);
  const query = new URLSearchParams(location.search);
  for (const field of form) asked[field.name] = field.value = query.get(field.name) || '';
  tokens = asked.q.match(TOKEN) || [];
  fresh = !typing && tokens.length;
  const mine = ++turn;
  if (!tokens.length) return show('start');
  let heard = '';
  const offset = Math.max(0, asked.page - 1) * ON_A_PAGE;
  at('found').ariaBusy = true;
  try {
    for (const brief of [true, false]) {
      const limit = brief ? AT_FIRST : ON_A_PAGE;
      const answer = await tongbao.search(asked.q, { ...asked, offset, limit, brief });
      if (mine !== turn) return;
      if (!brief || answer.total) heard = draw(answer, heard);
    }
  } catch (/** @type {any} */ error) {
    if (mine !== turn) return;
    heard = put('why', fill(error.shard ? 'missing' : 'error', error));
    show('trouble');
  }
  at('found').ariaBusy = false;
  setTimeout(() => mine === turn && put('said', heard), 400);
};

/** @type {SearchPage['draw']} */
const draw = ({ mode, total, literal_total: n, offset, results, entities, facets }, begun) => {
  const texts = tokens.filter((token) => !CONDITION.test(token));
  const words = mode === 'segmented' ? results.slice(0, 1).flatMap(marked) : texts.map((text) => text.replace(/["“”]/g, ''));
  const sentence = total ? (results.length === total ? 'count_issues' : 'count') : /** @type {any} */ (entities).length ? 'names_only' : 'nothing';
  const count = put('count', fill(sentence, { n: total, issues: new Set(results.map(({ issue }) => issue)).size, q: asked.q.trim() }));
  const how = put('mode', total > n && fill(mode, { n, terms: words.join('”、“') }));
  const without = tokens.map((filter) => CONDITION.test(filter) && fill('without', { filter, query: toggled(filter) }));
  put('suggested', [...without, fill('or_else', { dates: asked.from + asked.to, query: { from: '', to: '' } })]);
  put('sort', total > 1 && ['', 'date'].map((sort) => fill(`by_${sort}`, { query: { sort }, on: sort === asked.sort })));

  const lines = results.map((result, i) => resultLine(result, results[i - 1], offset + i < n ? [] : words));
  begun ? at('results').insertAdjacentHTML('beforeend', markup(lines.slice(AT_FIRST))) : put('results', lines);
  const [page, pages] = [offset / ON_A_PAGE + 1, Math.ceil(total / ON_A_PAGE)];
  put('pages', entities && pages > 1 && fill('pages', { page, pages, left: pages - page, back: { page: page - 1 }, next: { page: page + 1 } }));
  if (entities) {
    const [first, ...others] = entities.map((entity) => fill('entity', choice(entity.kind, entity)));
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
  const [path, anchor] = url.split('#');
  const marks = `${new URLSearchParams([...marked(result), ...words].map((text) => ['mark', text]))}`;
  const [, id, number] = /^(?:(.+)-)?\d{4}-(\d{3,})$/.exec(issue) || [];
  const [year, month, day] = date.split('-').map(Number);
  return fill('result', {
    ...result, path, marks, anchor, year, month, day, n: +number,
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

/** @type {SearchPage['choice']} */
const choice = (kind, { id, name = at(`series_${id}`)?.textContent || id, url, found, count }) => {
  const filter = `${KEYS[kind]}:${/[\s"“”]/.test(name) ? id : name}`;
  return { name, url, found, count, kind: [fill(kind)], only: { q: filter }, query: toggled(filter), on: tokens.includes(filter) };
};

/** @type {SearchPage['facetOf']} */
const facetOf = ([kind, rows]) => {
  const choices = rows.map((row) => choice(kind, row));
  const lines = choices.map((one) => fill(`of_${kind}`, one));
  // One value alone narrows nothing down.
  return (lines[1] || choices[0]?.on) && fill('facet', { ...choices[0], lines });
};

/** @type {SearchPage['take']} */
const take = (sent) => {
  const typed = queryWith(Object.fromEntries(new FormData(form)));
  typed !== queryWith({}) ? go(`?${typed}`, !sent) : sent && go();
  return false;
};

if (form) {
  let pause = 0;
  form.oninput = (/** @type {InputEvent} */ { isComposing }) => {
    clearTimeout(pause);
    pause = isComposing ? 0 : setTimeout(take, 120);
  };
  form.addEventListener('compositionend', form.oninput);
  form.onsubmit = take;
  onclick = (/** @type {any} */ event) => {
    const link = event.target.closest('[href^="?"]');
    if (link && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      go(link.href);
      scrollTo(0, 0);
    }
  };
  onkeydown = (/** @type {any} */ { target, key, isComposing }) => {
    /** @type {any[]} */
    const stops = [...document.querySelectorAll('.stop')];
    const now = stops.indexOf(target);
    const stop = stops[/** @type {any} */ ({ ArrowDown: now + 1, ArrowUp: now - 1, Escape: now ? 0 : -1 })[key]];
    if (now >= 0 && stop && !isComposing) {
      stop.closest('details')?.setAttribute('open', '');
      stop.focus();
      return false;
    }
  };
  onpopstate = () => go();
  at('narrow').open = innerWidth > 900;
  // Before what an answer would push away is there.
  show('asked');
  go();
  fresh || form.q.focus();
}
