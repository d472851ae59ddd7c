import { Trouble, titleOf, upload } from '../api.js';
import { el, say, show } from '../dom.js';
import { bytes, percent } from '../format.js';
import * as past from '../history.js';
import { entries } from '../parts/entries.js';

const endings = '.csv,.tsv,.txt,.xlsx,.xls,.gz';
const sample = new URL('../samples/house_prices.csv', import.meta.url);

// The first page: a place to drop a table.
export async function start(main, { signal }) {
  const status = el('div', { class: 'sending' });
  const input = el('input', { type: 'file', id: 'file', accept: endings, 'aria-describedby': 'kinds', onchange: () => send(input.files[0], status, zone, signal) });
  const zone = dropZone(input, file => send(file, status, zone, signal));
  const recent = past.all().slice(0, 3);
  show(main, '',
    el('section', { class: 'hero' },
      el('h1', {}, 'What explains a number in your table?'),
      el('p', { class: 'lead' }, 'Upload a table, choose the column to explain, and read a regression analysis: first in plain words, then in every number.')),
    zone,
    status,
    el('p', { class: 'aside' }, 'No table at hand? ',
      el('button', { type: 'button', class: 'link', onclick: () => sendSample(status, zone, signal) }, 'Try 240 sales of homes')),
    recent.length > 0 && el('section', {}, el('h2', {}, 'Lately in this browser'), entries(recent), el('p', {}, el('a', { href: '#/history' }, 'All of them'))));
}

function dropZone(input, take) {
  const zone = el('div', { class: 'drop' },
    input,
    el('label', { for: 'file' },
      el('span', { class: 'arrow', 'aria-hidden': 'true' }, '↑'),
      el('span', { class: 'big' }, 'Drop a table here, or ', el('span', { class: 'choose' }, 'choose a file')),
      el('span', { id: 'kinds', class: 'small' }, 'CSV, TSV or Excel, with the names of the columns in the first row')));
  let depth = 0; // dragenter and dragleave come for every child
  const over = change => event => {
    event.preventDefault();
    depth = Math.max(0, depth + change);
    zone.classList.toggle('over', depth > 0);
  };
  zone.addEventListener('dragenter', over(1));
  zone.addEventListener('dragleave', over(-1));
  zone.addEventListener('dragover', event => event.preventDefault());
  zone.addEventListener('drop', event => {
    depth = 0;
    over(0)(event);
    take(event.dataTransfer.files[0]);
  });
  return zone;
}

async function sendSample(status, zone, signal) {
  try {
    const answer = await fetch(sample, { signal });
    if (!answer.ok) throw new TypeError(`${answer.status}`);
    await send(new File([await answer.blob()], 'house_prices.csv'), status, zone, signal);
  } catch (error) {
    if (!signal.aborted) complain(status, new Trouble(0, 'The sample could not be fetched. Check the connection and try again.'));
  }
}

async function send(file, status, zone, signal, skipBadRows = false) {
  if (!file) return;
  const cancel = new AbortController();
  const bar = el('progress', { max: 1, value: 0, 'aria-label': `Sending ${file.name}` });
  const words = el('span', { class: 'small' }, `${bytes(file.size)} · 0 %`);
  status.replaceChildren(el('div', { class: 'card' },
    el('p', { class: 'name' }, file.name), bar,
    el('p', { class: 'row' }, words, el('button', { type: 'button', class: 'quiet', onclick: () => cancel.abort() }, 'Cancel'))));
  zone.inert = true;
  say(`Sending ${file.name}`);
  try {
    const kept = await upload(file, {
      skipBadRows,
      signal: AbortSignal.any([signal, cancel.signal]),
      onProgress: part => {
        bar.value = part;
        words.textContent = part < 1 ? `${bytes(file.size)} · ${percent(Math.floor(part * 100) / 100)}` : `${bytes(file.size)} · reading the table…`;
      },
    });
    location.hash = `#/table/${kept.upload_id}`;
  } catch (error) {
    if (signal.aborted) return;
    if (cancel.signal.aborted) status.replaceChildren();
    else complain(status, error, error.status === 422 && error.line > 1 && !skipBadRows
      && el('button', { type: 'button', class: 'button', onclick: () => send(file, status, zone, signal, true) }, 'Leave out the rows that do not fit'));
  } finally {
    zone.inert = false;
    zone.querySelector('input').value = ''; // so that the same file, mended, can be chosen again
  }
}

const complain = (status, error, mend) =>
  status.replaceChildren(el('div', { class: 'notice bad', role: 'alert' }, el('strong', {}, titleOf(error)), el('p', {}, error.message), mend && el('p', {}, mend)));
