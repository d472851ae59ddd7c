import { breakable, details, el } from '../dom.js';
import { count, number } from '../format.js';

// What each column holds, with its extremes and where they are.
export function columnRanges(found) {
  const extremes = new Map(found.statistics.minmax.map(each => [each.column, each]));
  const place = index => `row ${count(index + 1)}`;
  return details('Columns and their ranges', el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Table of columns' },
    el('table', { class: 'numbers' },
      el('caption', { class: 'unseen' }, 'Columns and their ranges'),
      el('thead', {}, el('tr', {}, ['Column', 'Type', 'Values', 'Missing', 'Smallest', 'Largest', 'Mean', 'Std. deviation'].map(head => el('th', { scope: 'col' }, head)))),
      el('tbody', {}, found.column_analysis.map(column => {
        const each = extremes.get(column.name);
        const edge = (value, index) => each ? [number(value), el('span', { class: 'small' }, ` ${place(index)}`)] : '–';
        return el('tr', {},
          el('th', { scope: 'row' }, breakable(column.name)), el('td', {}, column.type), el('td', {}, count(column.count)), el('td', {}, count(column.missing)),
          el('td', {}, edge(each?.min_value, each?.min_index)), el('td', {}, edge(each?.max_value, each?.max_index)),
          el('td', {}, number(each?.mean)), el('td', {}, number(each?.std)));
      })))));
}
