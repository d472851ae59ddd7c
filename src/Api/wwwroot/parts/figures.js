import { details, el } from '../dom.js';
import { count, number, percent, probability, words } from '../format.js';

const tile = (label, value, help) => el('div', { class: 'tile' }, el('dt', {}, label), el('dd', {}, value), help && el('dd', { class: 'small' }, help));

// The few numbers to look at first.
export const figures = fit => el('dl', { class: 'tiles', 'aria-label': 'Key figures' },
  tile('Explained', percent(fit.r_squared), `of the differences in ${fit.target} (R²)`),
  fit.holdout && tile('On unseen rows', percent(fit.holdout.r_squared), 'explained of rows kept apart'),
  tile('Typical error', `± ${number(fit.rmse)}`, `in the unit of ${fit.target}`),
  tile('Chance alone', probability(fit.f_p_value), 'how likely so good a fit is without any effect'),
  tile('Rows used', count(fit.n_samples), 'with a value in every chosen column'));

const names = {
  r_squared: 'R²', adjusted_r_squared: 'Adjusted R²', f_statistic: 'F statistic', f_p_value: 'p-value of F', rmse: 'Residual standard error',
  aic: 'AIC', bic: 'BIC', n_samples: 'Rows used', condition_number: 'Condition number',
};
const shownElsewhere = new Set(['target', 'features', 'intercept', 'coefficients', 'interpretation', 'diagnostics', 'holdout', 'cross_validation']);

// Every number of the model, for those who know what to make of them.
export const modelFigures = fit => details('Figures of the model',
  pairs(Object.entries(fit).filter(([key]) => !shownElsewhere.has(key))),
  fit.holdout && [el('h3', {}, 'On rows kept apart'), pairs(Object.entries(fit.holdout))],
  fit.cross_validation && [el('h3', {}, 'Cross-validation'), pairs(Object.entries(fit.cross_validation))],
  fit.diagnostics && [el('h3', {}, 'Diagnostics'), pairs(Object.entries(fit.diagnostics))]);

const pairs = list => el('dl', { class: 'pairs' }, list.map(([key, value]) => [el('dt', {}, names[key] ?? words(key)), el('dd', {}, shown(key, value))]));

function shown(key, value) {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : el('ul', {}, value.slice(0, 20).map(each => el('li', {}, shown(key, each))));
  if (value !== null && typeof value === 'object') return pairs(Object.entries(value));
  if (typeof value === 'number') return key.endsWith('p_value') ? probability(value) : number(value);
  return value === null ? '–' : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
