import { byId, el } from './dom.js';
import { count, estimate, number, percent, pValue } from './format.js';
import { gallery } from './charts.js';

/** The result as a person reads it: words first, then what they rest on. */
export function render(result) {
  const article = byId('result');
  article.replaceChildren(...(result.status === 'failed' ? failure(result) : completed(result)),
    el('p', { class: 'no-print' },
      el('button', { type: 'button', 'data-restart': '' }, 'Another table'),
      el('button', { type: 'button', class: 'quiet', 'data-again': result.upload_id }, 'Other columns'),
      el('a', { class: 'button quiet', href: `api/v1/results/${result.job_id}`, download: `${result.job_id}.json` }, 'Result as JSON')));
}

function failure(result) {
  return [el('h2', { id: 'result-title', tabindex: '-1' }, `${result.filename} could not be analysed`), el('p', { class: 'lead' }, result.error)];
}

function completed(result) {
  const { statistics } = result;
  const fit = statistics.linear_regression;
  const warnings = [...new Set([...result.warnings, ...statistics.warnings])];
  return [
    el('h2', { id: 'result-title', tabindex: '-1' }, `What explains ${fit.target}?`),
    el('p', { class: 'lead' }, fit.interpretation),
    result.context ? el('p', { class: 'note' }, `Context: ${result.context}`) : null,
    insight(result.llm_insight),
    warnings.length ? el('ul', { class: 'warnings' }, warnings.map(text => el('li', {}, text))) : null,
    facts(result, fit),
    el('h3', {}, 'Coefficients'),
    el('p', { class: 'note' }, 'How much the target changes with one more unit of a feature, the others held. Highlighted rows are told from chance at the 5 % level.'),
    coefficients(fit),
    importance(statistics.feature_importance),
    result.charts.length ? el('h3', {}, 'Charts') : null,
    result.charts.length ? gallery(result.charts) : null,
    el('h3', {}, 'Smallest and largest'),
    extremes(statistics.minmax),
  ].filter(Boolean);
}

function insight(found) {
  if (!found?.summary) return null;
  return el('div', {}, el('h3', {}, `What a language model makes of it (${found.provider})`), el('p', {}, found.summary));
}

function facts(result, fit) {
  const all = [
    ['Explained (R²)', percent(fit.r_squared)], ['On unseen rows (R²)', fit.holdout ? percent(fit.holdout.r_squared) : null],
    ['Typical error', number(fit.rmse)], ['Rows used', `${count(fit.n_samples)} of ${count(result.rows)}`],
    ['p of the whole fit', pValue(fit.f_p_value)],
  ];
  return el('dl', { class: 'facts' }, all.filter(([, value]) => value !== null).map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
}

function coefficients(fit) {
  const row = each => el('tr', { class: each.is_significant ? 'strong' : null },
    el('th', { scope: 'row', title: each.feature }, each.feature),
    ...[estimate(each.coefficient), estimate(each.std_error), `${estimate(each.ci_low)} … ${estimate(each.ci_high)}`, estimate(each.t_statistic), pValue(each.p_value), estimate(each.vif)]
      .map(text => el('td', { class: 'number' }, text)));
  return table('Coefficients', ['Feature', 'Coefficient', 'Std. error', '95 % interval', 't', 'p', 'VIF'], [fit.intercept, ...fit.coefficients].filter(Boolean).map(row));
}

function importance(found) {
  if (!found?.features?.length) return null;
  const most = Math.max(...found.features.map(each => each.importance), Number.MIN_VALUE);
  const bar = value => { const span = el('span', { class: 'bar' }); span.style.width = `${Math.max(0, value / most) * 10}rem`; return span; };
  return el('div', {}, el('h3', {}, 'Which features matter most'), el('p', { class: 'note' }, found.interpretation),
    table('Importance', ['Feature', 'Importance', ''], found.features.map(each => el('tr', {},
      el('th', { scope: 'row', title: each.feature }, each.feature), el('td', { class: 'number' }, number(each.importance)), el('td', {}, bar(each.importance))))));
}

function extremes(columns) {
  return table('Smallest and largest', ['Column', 'Smallest', 'in row', 'Largest', 'in row', 'Mean', 'Std. deviation'], columns.map(each => el('tr', {},
    el('th', { scope: 'row', title: each.column }, each.column),
    ...[number(each.min_value), count(each.min_index + 1), number(each.max_value), count(each.max_index + 1), number(each.mean), number(each.std)]
      .map(text => el('td', { class: 'number' }, text)))));
}

function table(name, heads, rows) {
  return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': name },
    el('table', {}, el('thead', {}, el('tr', {}, heads.map((head, index) => el('th', { scope: 'col', class: index ? 'number' : null }, head)))), el('tbody', {}, rows)));
}
