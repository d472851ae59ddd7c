import { el, say, show } from './dom.js';
import { titleOf } from './api.js';
import { start } from './views/start.js';
import { table } from './views/table.js';
import { result } from './views/result.js';
import { history } from './views/history.js';

// The address says everything: reloading, going back and sending a link all work, on whichever replica.
const routes = [
  [/^#\/$/, start],
  [/^#\/table\/([0-9a-f]{32})$/, table],
  [/^#\/result\/([0-9a-f]{32})$/, result],
  [/^#\/history$/, history],
];

const main = document.getElementById('main');
let leaving = new AbortController();

async function go() {
  const hash = location.hash || '#/';
  if (!hash.startsWith('#/')) return; // an anchor on the page
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  say('');
  for (const link of document.querySelectorAll('nav a')) {
    if (link.hash && link.hash === hash) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const [found, view] = routes.map(([pattern, view]) => [hash.match(pattern), view]).find(([match]) => match) ?? [[], lost];
  try {
    await view(main, { id: found[1], signal });
  } catch (error) {
    if (!signal.aborted) fail(error);
  }
}

const lost = async () => show(main, 'Nothing here', el('h1', {}, 'There is nothing here'), el('p', {}, el('a', { href: '#/' }, 'Start a new analysis')));

function fail(error) {
  show(main, titleOf(error),
    el('h1', {}, titleOf(error)),
    el('p', { class: 'notice bad', role: 'alert' }, error.status === undefined ? 'The page stumbled. Reload it; if that does not help, the API still works.' : error.message),
    el('p', { class: 'row' },
      el('button', { type: 'button', class: 'main', onclick: go }, 'Try again'),
      el('a', { class: 'button', href: '#/' }, 'New analysis')));
  if (error.status === undefined) console.error(error);
}

window.addEventListener('hashchange', go);
go();
