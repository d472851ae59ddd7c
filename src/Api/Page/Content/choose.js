import { byId, el } from './dom.js';
import { bytes, count } from './format.js';

const usable = column => column.type === 'numeric' || column.type === 'categorical' || column.type === 'date';

/** Shows what the columns hold, with a choice made that most would make: the last numeric column, by every other that is of use. */
export function offer(upload) {
  byId('table-facts').textContent = `${upload.filename}: ${count(upload.rows)} rows, ${count(upload.columns.length)} columns, ${bytes(upload.size)}.`;
  const likely = upload.columns.findLast(column => column.type === 'numeric')?.name;
  byId('columns').tBodies[0].replaceChildren(...upload.columns.map((column, index) => row(column, index, likely)));
  warn(upload.warnings);
  keepApart();
}

/** What was chosen, as the service wants it. */
export function chosen(upload) {
  const rows = [...byId('columns').tBodies[0].rows];
  const target = rows.findIndex(each => each.querySelector('[name=target]').checked);
  const features = upload.columns.filter((_, index) => rows[index].querySelector('[name=feature]').checked && index !== target);
  return {
    upload_id: upload.upload_id,
    target: upload.columns[target]?.name,
    features: features.map(column => column.name),
    context: byId('context').value.trim() || null,
    skip_llm: byId('llm-choice').hidden || !byId('use-llm').checked,
  };
}

function row(column, index, likely) {
  const isTarget = column.name === likely;
  return el('tr', {},
    el('td', {}, el('input', { type: 'radio', name: 'target', value: String(index), checked: isTarget, disabled: column.type !== 'numeric', 'aria-label': `Explain ${column.name}` })),
    el('td', {}, el('input', { type: 'checkbox', name: 'feature', value: String(index), checked: usable(column), disabled: column.type === 'empty', 'aria-label': `Explain by ${column.name}` })),
    el('th', { scope: 'row', title: column.name }, column.name, isTarget ? el('span', { class: 'tag' }, 'suggested') : null),
    el('td', {}, column.type),
    el('td', { class: 'number' }, count(column.count)),
    el('td', { class: 'number' }, column.missing ? count(column.missing) : ''),
    el('td', { class: 'such' }, column.sample_values.join(', ')));
}

/** A column does not explain itself. */
function keepApart() {
  for (const each of byId('columns').tBodies[0].rows) {
    const feature = each.querySelector('[name=feature]');
    const isTarget = each.querySelector('[name=target]').checked;
    feature.style.visibility = isTarget ? 'hidden' : 'visible';
    each.classList.toggle('strong', isTarget);
  }
}

function warn(warnings) {
  byId('choose').querySelector('.warnings')?.remove();
  if (warnings.length) byId('table-facts').after(el('ul', { class: 'warnings' }, warnings.map(text => el('li', {}, text))));
}

byId('columns').addEventListener('change', keepApart);
