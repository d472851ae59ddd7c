import { el } from '../dom.js';
import { paint, picture } from './paper.js';

// The charts, small; a click enlarges one.
export function gallery(charts) {
  const safe = charts.filter(chart => [chart.png, chart.svg].every(address => address.startsWith('/api/')));
  if (safe.length === 0) return null;
  const stage = enlarger(safe);
  return el('section', { 'aria-labelledby': 'charts' },
    el('h2', { id: 'charts' }, 'Charts'),
    el('ul', { class: 'gallery' }, safe.map((chart, index) => el('li', {}, el('figure', { class: 'card' },
      el('button', { type: 'button', class: 'paper', 'aria-label': `Enlarge: ${chart.title}`, onclick: () => stage.open(index) },
        painted(chart, index)),
      el('figcaption', {}, el('strong', {}, chart.title), downloads(chart)))))),
    stage.dialog);
}

function painted(chart, index) {
  const image = picture({ loading: index > 1 ? 'lazy' : 'eager' });
  paint(image, chart);
  return image;
}

// For a document or a slide: always on white.
const downloads = chart => el('span', { class: 'downloads' },
  ['png', 'svg'].map(format => el('a', { href: chart[format], download: `${chart.name}.${format}`, 'aria-label': `Download ${chart.title} as ${format.toUpperCase()}` }, format.toUpperCase())));

// A native dialog: it keeps the focus, closes by Escape and gives the focus back.
function enlarger(charts) {
  let at = 0;
  const title = el('h2', { id: 'enlarged', class: 'unseen' });
  const place = el('span', { class: 'small' });
  const image = picture();
  const words = el('p', { class: 'small' });
  const links = el('div', {});
  const turn = by => {
    at = (at + by + charts.length) % charts.length;
    const chart = charts[at];
    title.textContent = chart.title;
    place.textContent = `Chart ${at + 1} of ${charts.length}`;
    paint(image, chart);
    words.textContent = chart.description;
    links.replaceChildren(downloads(chart));
  };
  const button = (label, sign, onclick) => el('button', { type: 'button', class: 'quiet', 'aria-label': label, onclick }, sign);
  const dialog = el('dialog', {
    class: 'enlarged', 'aria-labelledby': 'enlarged',
    onclick: event => event.target === dialog && dialog.close(),
    onkeydown: event => {
      if (event.key === 'ArrowRight') turn(1);
      if (event.key === 'ArrowLeft') turn(-1);
    },
  },
    el('header', { class: 'row' }, title, place, el('span', { class: 'row' },
      charts.length > 1 && [button('Previous chart', '←', () => turn(-1)), button('Next chart', '→', () => turn(1))],
      button('Close', '✕', () => dialog.close()))),
    el('div', { class: 'paper', tabindex: 0, role: 'group', 'aria-label': 'Chart' }, image),
    el('footer', { class: 'row' }, words, links));
  return {
    dialog,
    open(index) {
      at = index;
      turn(0);
      dialog.showModal();
    },
  };
}
