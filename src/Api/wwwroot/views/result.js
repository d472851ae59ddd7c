import { call } from '../api.js';
import { el, show } from '../dom.js';
import * as past from '../history.js';
import { watch } from '../parts/watch.js';
import { coefficients } from '../parts/coefficients.js';
import { columnRanges } from '../parts/ranges.js';
import { gallery } from '../parts/gallery.js';
import { importance } from '../parts/importance.js';
import { insight } from '../parts/insight.js';
import { figures, modelFigures } from '../parts/figures.js';
import { notices } from '../parts/notices.js';
import { summary } from '../parts/summary.js';
import { takeAway } from '../parts/take-away.js';
import { plural } from '../format.js';

// Waits for an analysis and shows what it found, the plain words first.
export async function result(main, { id, signal }) {
  const found = await watch(main, id, signal);
  if (!found) return;
  remember(found);
  if (found.status === 'failed') failed(main, found);
  else completed(main, found);
}

function completed(main, found) {
  const fit = found.statistics.linear_regression;
  show(main, `What explains ${fit.target}`,
    el('header', { class: 'result-head' },
      el('h1', {}, 'What explains ', el('span', { class: 'name' }, fit.target)),
      el('p', { class: 'lead' }, el('span', { class: 'name' }, found.filename), ` · ${plural(found.rows, 'row')} · ${plural(found.columns, 'column')}`),
      found.context && el('p', { class: 'context' }, found.context)),
    summary(found),
    figures(fit),
    notices(found),
    insight(found.insight),
    gallery(found.charts),
    coefficients(found),
    importance(found.statistics.feature_importance),
    columnRanges(found),
    modelFigures(fit),
    takeAway(found, () => removed(main, found)));
}

function failed(main, found) {
  show(main, 'The analysis failed',
    el('h1', {}, 'The analysis could not be done'),
    el('p', { class: 'lead name' }, found.filename),
    el('p', { class: 'notice bad', role: 'alert' }, found.error),
    el('p', { class: 'row' },
      el('a', { class: 'button main', href: `#/table/${found.upload_id}` }, 'Choose other columns'),
      el('a', { class: 'button', href: '#/' }, 'Another table')));
}

async function removed(main, found) {
  await call('DELETE', `/results/${found.job_id}`);
  past.remove(found.job_id);
  show(main, 'Deleted', el('h1', {}, 'Deleted'), el('p', {}, 'The result and its charts are gone from the server.'), el('a', { class: 'button main', href: '#/' }, 'New analysis'));
}

function remember(found) {
  const fit = found.statistics?.linear_regression;
  const known = past.find(found.job_id);
  const news = { status: found.status, target: fit?.target ?? known?.target, explained: fit?.r_squared };
  if (known) past.update(found.job_id, news);
  else past.add({ job: found.job_id, upload: found.upload_id, filename: found.filename, at: Date.now(), ...news });
}
