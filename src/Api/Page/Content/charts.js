import { byId, el } from './dom.js';

export function gallery(charts) {
  return el('div', { class: 'charts' }, charts.map(chart => {
    const open = el('button', { type: 'button', 'aria-label': `Enlarge: ${chart.title}` }, el('img', { src: local(chart.svg), alt: chart.description, loading: 'lazy' }));
    open.addEventListener('click', () => enlarge(chart));
    return el('figure', {}, open, el('figcaption', {}, el('div', {}, chart.title),
      el('a', { href: local(chart.png), download: `${chart.name}.png` }, 'PNG'), el('a', { href: local(chart.svg), download: `${chart.name}.svg` }, 'SVG')));
  }));
}

function enlarge(chart) {
  const dialog = byId('enlarged');
  byId('enlarged-title').textContent = chart.title;
  Object.assign(dialog.querySelector('img'), { src: local(chart.svg), alt: chart.description });
  dialog.querySelector('p').textContent = chart.description;
  dialog.showModal();
}

/** Addresses in a result begin at the host; the page may be served below a path. */
const local = address => address.replace(/^\//, '');
