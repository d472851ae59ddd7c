import { byId, el } from './dom.js';

const key = 'regression-analyzer.history';
const most = 30;

export function remember(job) {
  save([{ ...job, at: new Date().toISOString() }, ...load().filter(each => each.job_id !== job.job_id)].slice(0, most));
}

export function forget(jobId) {
  save(jobId ? load().filter(each => each.job_id !== jobId) : []);
}

export function list() {
  const all = load();
  byId('history').hidden = all.length === 0;
  byId('history').querySelector('ul').replaceChildren(...all.map(each => el('li', {},
    el('a', { href: `#job=${each.job_id}` }, `${each.target ?? 'analysis'} in ${each.filename}`), ' ',
    el('span', { class: 'soft' }, new Date(each.at).toLocaleString()))));
}

function load() {
  try {
    const all = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(all) ? all.filter(each => /^[0-9a-f]{32}$/.test(each?.job_id)) : [];
  } catch {
    return []; // storage forbidden or spoilt: the page works without a memory
  }
}

function save(all) {
  try { localStorage.setItem(key, JSON.stringify(all)); } catch { /* as above */ }
  list();
}
