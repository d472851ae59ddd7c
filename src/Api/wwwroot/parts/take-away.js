import { titleOf } from '../api.js';
import { toCsv } from '../csv.js';
import { details, el } from '../dom.js';

const columns = ['feature', 'coefficient', 'std_error', 't_statistic', 'p_value', 'ci_low', 'ci_high', 'vif', 'is_significant'];

// The result to keep, to hand to a program, or to delete.
export function takeAway(found, remove) {
  const fit = found.statistics.linear_regression;
  const stem = found.filename.replace(/\.[^.]*$/, '') || 'analysis';
  const table = () => toCsv([columns, ...[fit.intercept, ...fit.coefficients].filter(Boolean).map(each => columns.map(column => each[column]))]);
  const json = details('The whole result as JSON', el('pre', { tabindex: 0, 'aria-label': 'Result as JSON' }));
  json.addEventListener('toggle', () => { json.querySelector('pre').textContent ||= JSON.stringify(found, null, 2); }, { once: true });
  return [
    json,
    el('section', { class: 'row take-away', 'aria-label': 'Take away' },
      el('a', { class: 'button', href: `/api/v1/results/${found.job_id}`, download: `${stem}.analysis.json` }, 'Download JSON'),
      el('button', { type: 'button', class: 'button', onclick: () => save(`${stem}.effects.csv`, table()) }, 'Download effects as CSV'),
      el('a', { class: 'button', href: `#/table/${found.upload_id}` }, 'Other columns of this table'),
      removal(remove)),
  ];
}

function save(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  el('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

// Asks first: nothing brings a deleted result back.
function removal(remove) {
  const trouble = el('p', { role: 'alert' });
  const dialog = el('dialog', { class: 'ask', 'aria-labelledby': 'sure' },
    el('h2', { id: 'sure' }, 'Delete this result?'),
    el('p', {}, 'It goes from the server with its charts, for everyone who has its address.'),
    trouble,
    el('p', { class: 'row' },
      el('button', {
        type: 'button', class: 'main danger',
        onclick: () => remove().catch(error => { trouble.textContent = `${titleOf(error)}. ${error.message}`; }),
      }, 'Delete'),
      el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Keep')));
  return [el('button', { type: 'button', class: 'button danger', onclick: () => dialog.showModal() }, 'Delete…'), dialog];
}
