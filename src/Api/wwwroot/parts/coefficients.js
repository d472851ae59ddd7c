import { breakable, el, say } from '../dom.js';
import { number, probability } from '../format.js';

const heads = [
  ['Term', each => each.feature],
  ['Effect', each => each.coefficient],
  ['95 % interval', each => each.ci_low],
  ['Std. error', each => each.std_error],
  ['t', each => each.t_statistic],
  ['p', each => each.p_value],
  ['VIF', each => each.vif],
];
const entangled = 10; // a common rule of thumb for the variance inflation factor

// Every effect with its uncertainty. A click on a head sorts.
export function coefficients(found) {
  const fit = found.statistics.linear_regression;
  const rows = fit.intercept ? [fit.intercept, ...fit.coefficients] : fit.coefficients;
  const body = el('tbody', {}, rows.map(row));
  const cells = heads.map(([label, key]) => {
    const head = el('th', { scope: 'col' }, el('button', {
      type: 'button',
      onclick: () => {
        const down = head.getAttribute('aria-sort') === 'ascending';
        cells.forEach(cell => cell.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        body.replaceChildren(...[...rows].sort((a, b) => (down ? -1 : 1) * compare(key(a), key(b))).map(row));
        say(`Sorted by ${label}, ${down ? 'descending' : 'ascending'}`);
      },
    }, label));
    return head;
  });
  return el('section', { class: 'card', 'aria-labelledby': 'effects' },
    el('h2', { id: 'effects' }, 'Effects'),
    el('p', { class: 'small' }, 'A filled dot marks an effect that can be told from chance at the 5 % level.'),
    el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Table of effects' },
      el('table', { class: 'numbers' },
        el('caption', { class: 'unseen' }, `Effects on ${fit.target} with their uncertainty`),
        el('thead', {}, el('tr', {}, cells)), body)));
}

function row(each) {
  const cell = (text, name = '') => el('td', { class: name }, text);
  return el('tr', {},
    el('th', { scope: 'row' }, el('span', { class: 'term' },
      el('span', { class: each.is_significant ? 'dot sure' : 'dot', 'aria-hidden': 'true' }),
      el('span', {}, breakable(each.feature), el('span', { class: 'unseen' }, each.is_significant ? ', significant' : ', not significant')))),
    cell(number(each.coefficient), 'effect'),
    cell(each.ci_low === null ? '–' : `${number(each.ci_low)} to ${number(each.ci_high)}`),
    cell(number(each.std_error)), cell(number(each.t_statistic)), cell(probability(each.p_value)),
    cell(number(each.vif), each.vif >= entangled ? 'entangled' : ''));
}

const compare = (one, other) => {
  if (one === null || other === null) return (one === null) - (other === null);
  return typeof one === 'string' ? one.localeCompare(other) : one - other;
};
