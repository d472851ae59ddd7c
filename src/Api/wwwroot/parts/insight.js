import { breakable, el } from '../dom.js';
import { count } from '../format.js';

const relevance = { high: 'matters much', medium: 'matters', low: 'matters little', none: 'does not matter' };
const cents = value => value < 0.01 ? 'less than a cent' : `about ${(value * 100).toFixed(0)} cents`;

// What the language model made of the columns; nothing where none was asked. Its words are opinion and shown as such.
export function insight(found) {
  if (!found) return null;
  const use = [
    found.input_tokens !== null && found.output_tokens !== null && `${count(found.input_tokens + found.output_tokens)} tokens`,
    found.cost_usd !== null && `${cents(found.cost_usd)} (US)`,
  ].filter(Boolean).join(', ');
  return el('section', { class: 'card', 'aria-labelledby': 'insight' },
    el('h2', { id: 'insight' }, 'What a language model says of the table'),
    el('p', {}, found.context),
    found.target && el('p', {}, 'It would explain ', el('strong', { class: 'name' }, found.target),
      found.features.length > 0 && [' by ', el('span', { class: 'name' }, found.features.join(', '))], '.'),
    found.transpose && el('p', {}, 'It would turn the table: ', found.transpose_reason),
    found.columns.length > 0 && el('dl', { class: 'pairs' }, found.columns.map(each => [
      el('dt', {}, breakable(each.column)), el('dd', {}, relevance[each.relevance] ?? each.relevance, el('span', { class: 'small' }, ` ${each.reason}`))])),
    el('p', { class: 'small' }, `Opinion of ${found.model} (${found.provider}), not a statistic. ${use}`));
}
