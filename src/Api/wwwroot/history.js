// This browser's analyses, newest first. The server keeps no list: whoever knows an id may read the result, and nobody else.
const key = 'regression-analyzer.history';
const most = 50;

export function all() {
  try {
    const kept = JSON.parse(localStorage.getItem(key));
    return Array.isArray(kept) ? kept.filter(entry => /^[0-9a-f]{32}$/.test(entry?.job)) : [];
  } catch {
    return []; // storage is switched off, or holds something else
  }
}

function keep(entries) {
  try {
    localStorage.setItem(key, JSON.stringify(entries.slice(0, most)));
  } catch { /* full or switched off: the analysis works without */ }
}

export const find = job => all().find(entry => entry.job === job);

export const add = entry => keep([entry, ...all().filter(other => other.job !== entry.job)]);

export const update = (job, change) => keep(all().map(entry => entry.job === job ? { ...entry, ...change } : entry));

export const remove = job => keep(all().filter(entry => entry.job !== job));

export const clear = () => keep([]);
