import { el } from '../dom.js';

// R² lost, to the thousandth: less than that is noise.
const loss = value => value.toFixed(3).replace('-', '−').replace(/^−(0\.000)$/, '$1');

// How much each column matters to a forest of trees, which sees curves and interactions that a straight line does not.
export function importance(found) {
  if (!found?.features?.length) return null;
  const top = Math.max(...found.features.map(each => each.importance), 1e-12);
  return el('section', { class: 'card', 'aria-labelledby': 'importance' },
    el('h2', { id: 'importance' }, 'What matters most'),
    el('p', {}, found.interpretation),
    el('ol', { class: 'bars' }, found.features.map(each => {
      const bar = el('span', { class: 'bar-fill', 'aria-hidden': 'true' });
      bar.style.setProperty('--share', Math.max(0, each.importance / top));
      return el('li', {}, el('span', { class: 'name' }, each.feature), bar, el('span', { class: 'value' }, loss(each.importance)));
    })),
    el('p', { class: 'small' }, `${found.method.charAt(0).toUpperCase()}${found.method.slice(1)}.`));
}
