import { el } from '../dom.js';
import { number } from '../format.js';
import { byStrength, readTerm } from '../terms.js';

const most = 5;

// The findings in plain words, strongest first.
export function summary(found) {
  const fit = found.statistics.linear_regression;
  const clear = fit.coefficients.filter(each => each.is_significant).sort(byStrength);
  return el('section', { class: 'card summary', 'aria-labelledby': 'in-words' },
    el('h2', { id: 'in-words' }, 'In plain words'),
    el('p', { class: 'verdict' }, fit.interpretation),
    clear.length > 0 && el('ul', {}, clear.slice(0, most).map(each => el('li', {}, sentence(each, fit.target, found.column_analysis)))),
    clear.length > most && el('p', { class: 'small' }, `${clear.length - most} more are in the table of effects below.`),
    el('p', { class: 'small' }, 'Each holds with all the other columns unchanged. It says what goes together in this table, not what causes what.'));
}

function sentence(coefficient, target, columns) {
  const { column, level } = readTerm(coefficient.feature, columns);
  const more = coefficient.coefficient >= 0;
  const amount = el('strong', { class: more ? 'up' : 'down' }, `${number(Math.abs(coefficient.coefficient))} ${more ? 'more' : 'less'}`);
  const sizes = [coefficient.ci_low, coefficient.ci_high].map(edge => edge === null ? null : number(more ? edge : -edge));
  const range = sizes.includes(null) ? '' : ` (95 % sure: ${(more ? sizes : sizes.reverse()).join(' to ')})`;
  const name = text => el('span', { class: 'name' }, text);
  return level === undefined
    ? ['One more of ', name(column), ' goes with ', amount, ' ', name(target), range, '.']
    : [name(column), ' ', name(level), ' goes with ', amount, ' ', name(target), ' than the reference', range, '.'];
}
