import { el, say } from '../dom.js';
import { plural } from '../format.js';
import { canBeFeature, isRecommendedFeature, reason } from '../recommend.js';

const types = { numeric: ['123', 'number'], categorical: ['abc', 'category'], date: ['date', 'date'], text: ['text', 'text'], empty: ['–', 'empty'] };
const manyColumns = 12;

// The columns with what they hold, each with a box to tick: what the target is to be explained by.
export function featureList(columns) {
  const rows = columns.map(column => row(column));
  const tally = el('p', { class: 'small', id: 'tally' });
  let target;

  const count = () => {
    const chosen = rows.filter(each => each.box.checked).length;
    tally.textContent = `${plural(chosen, 'column')} chosen of ${rows.filter(each => !each.box.disabled).length} that can be.`;
  };
  const choose = wanted => {
    for (const each of rows) each.box.checked = !each.box.disabled && wanted(each.column);
    count();
    say(tally.textContent);
  };
  const button = (label, wanted) => el('button', { type: 'button', class: 'quiet', onclick: () => choose(wanted) }, label);
  const filter = columns.length > manyColumns && el('input', {
    type: 'search', placeholder: 'Find a column', 'aria-label': 'Find a column',
    oninput: () => rows.forEach(each => { each.item.hidden = !each.column.name.toLowerCase().includes(filter.value.toLowerCase()); }),
  });

  const element = el('fieldset', { class: 'card features', 'aria-describedby': 'tally', onchange: count },
    el('legend', { class: 'title' }, 'Explained by'),
    el('div', { class: 'row tools' }, button('Recommended', isRecommendedFeature), button('All', () => true), button('None', () => false), filter),
    el('ul', { class: 'columns' }, rows.map(each => each.item)),
    tally);
  rows.forEach(each => { each.box.checked = isRecommendedFeature(each.column); });

  return {
    element,
    chosen: () => rows.filter(each => each.box.checked).map(each => each.column.name),
    // The target cannot explain itself; what was the target before can be chosen again.
    explain(name) {
      for (const each of rows) {
        const isTarget = each.column.name === name;
        each.box.disabled = isTarget || !canBeFeature(each.column);
        each.item.classList.toggle('target', isTarget);
        each.why.textContent = [isTarget ? 'to be explained' : reason(each.column), missing(each.column)].filter(Boolean).join(', ');
        if (isTarget) each.box.checked = false;
        else if (each.column.name === target) each.box.checked = isRecommendedFeature(each.column);
      }
      target = name;
      count();
    },
  };
}

let ids = 0;

const missing = column => column.missing > 0 && column.type !== 'empty' && `${plural(column.missing, 'value')} missing`;

function row(column) {
  const box = el('input', { type: 'checkbox', id: `column-${ids++}` });
  const [sign, type] = types[column.type] ?? ['?', column.type];
  const why = el('span', { class: 'why' });
  const item = el('li', {}, box, el('label', { for: box.id },
    el('span', { class: 'name' }, column.name, isRecommendedFeature(column) && el('span', { class: 'star', title: 'recommended' }, ' ★', el('span', { class: 'unseen' }, 'recommended'))),
    el('span', { class: `type ${column.type}`, title: type }, el('span', { 'aria-hidden': 'true' }, sign), el('span', { class: 'unseen' }, type)),
    el('span', { class: 'values' }, column.sample_values.join(', ')),
    why));
  return { column, box, item, why };
}
