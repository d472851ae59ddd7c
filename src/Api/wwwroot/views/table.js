import { call, titleOf } from '../api.js';
import { el, show } from '../dom.js';
import { bytes, plural } from '../format.js';
import * as past from '../history.js';
import { featureList } from '../parts/features.js';
import { modelOptions } from '../parts/options.js';
import { canBeTarget, recommendedTarget } from '../recommend.js';

const longestContext = 4000;

// What is in the table, and what to explain by what.
export async function table(main, { id, signal }) {
  const [upload, models] = await Promise.all([
    call('GET', `/uploads/${id}`, { signal }),
    call('GET', '/health', { signal }).then(health => health.llm_available ? health.providers : []).catch(() => []),
  ]);
  const targets = upload.columns.filter(canBeTarget);
  const head = [
    el('h1', {}, 'What should be explained?'),
    el('p', { class: 'lead' }, el('strong', { class: 'name' }, upload.filename), ` · ${plural(upload.rows, 'row')} · ${plural(upload.columns.length, 'column')} · ${bytes(upload.size)}`),
    notes(upload.warnings),
  ];
  if (targets.length === 0) {
    show(main, upload.filename, head, el('p', { class: 'notice bad', role: 'alert' }, 'No column of this table holds numbers, so there is nothing a regression could explain.'),
      el('a', { class: 'button', href: '#/' }, 'Choose another table'));
    return;
  }

  const features = featureList(upload.columns);
  const target = targetChoice(targets, recommendedTarget(upload.columns), features);
  const context = el('textarea', { id: 'context', rows: 2, maxlength: longestContext, placeholder: 'For example: sales of homes in one city, prices in euros' });
  const model = models.length > 0 && el('input', { type: 'checkbox', id: 'model' });
  const options = modelOptions(upload.columns);
  const trouble = el('div', {});
  const go = el('button', { type: 'submit', class: 'main' }, 'Analyse');

  const form = el('form', {
    onsubmit: async event => {
      event.preventDefault();
      trouble.replaceChildren();
      const formula = options.formula();
      const chosen = features.chosen().filter(name => name !== options.weights());
      if (!formula && chosen.length === 0) return complain(trouble, 'Nothing to explain it by', 'Choose at least one column in the list above.');
      go.disabled = true;
      try {
        const body = { upload_id: id, skip_llm: !model?.checked, ...options.chosen(), ...(formula ? {} : { target: target.value, features: chosen }) };
        if (context.value.trim()) body.context = context.value.trim();
        const job = await call('POST', '/analyze', { body, signal });
        past.add({ job: job.job_id, upload: id, filename: upload.filename, target: formula ? formula.split('~')[0].trim() : target.value, at: Date.now(), status: 'processing' });
        location.hash = `#/result/${job.job_id}`;
      } catch (error) {
        if (!signal.aborted) complain(trouble, titleOf(error), error.message);
      } finally {
        go.disabled = false;
      }
    },
  },
    el('section', { class: 'card' }, el('label', { for: 'target', class: 'title' }, 'The number to explain'), target,
      el('p', { class: 'small', id: 'target-help' }, 'Only a column of numbers can be explained.')),
    features.element,
    options.element,
    el('section', { class: 'card' },
      el('label', { for: 'context', class: 'title' }, 'What is the table about? ', el('span', { class: 'small' }, 'optional')), context,
      model && el('p', { class: 'choice' }, model, el('label', { for: 'model' }, `Let a language model (${models.join(', ')}) explain the columns`,
        el('span', { class: 'small' }, 'Names, types, summaries and a few sample rows leave this server.')))),
    trouble,
    el('p', { class: 'row submit' }, go, el('a', { class: 'button', href: '#/' }, 'Another table')));
  show(main, upload.filename, head, form);
}

function targetChoice(targets, recommended, features) {
  const select = el('select', { id: 'target', 'aria-describedby': 'target-help', onchange: () => features.explain(select.value) },
    targets.map(column => el('option', { value: column.name, selected: column.name === recommended },
      column.name === recommended ? `${column.name} (recommended)` : column.name)));
  features.explain(select.value);
  return select;
}

const notes = list => list.length > 0 && el('ul', { class: 'notice' }, list.map(note => el('li', {}, note)));

function complain(where, title, words) {
  where.replaceChildren(el('div', { class: 'notice bad', role: 'alert' }, el('strong', {}, title), el('p', {}, words)));
  where.scrollIntoView({ block: 'nearest' });
}
