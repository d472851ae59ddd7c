import { el } from '../dom.js';
import { percent, time } from '../format.js';

const states = { processing: 'under way', completed: 'done', failed: 'failed' };

// A list of analyses made in this browser.
export const entries = (list, more = () => null) => el('ul', { class: 'entries' }, list.map(entry => el('li', { class: 'card' },
  el('a', { href: `#/result/${entry.job}` },
    el('strong', {}, entry.target ? `What explains ${entry.target}` : 'Analysis'),
    el('span', { class: 'small' }, `${entry.filename} · ${time(entry.at)}`)),
  el('span', { class: `state ${entry.status}` }, entry.status === 'completed' && typeof entry.explained === 'number' ? `${percent(entry.explained)} explained` : states[entry.status] ?? ''),
  more(entry))));
