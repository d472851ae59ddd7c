import { el } from '../dom.js';

// What to keep in mind when reading on.
export function notices(found) {
  const list = [...new Set([...found.warnings, ...found.statistics.warnings, ...(found.statistics.feature_importance?.warnings ?? [])])];
  return list.length > 0 && el('section', { class: 'notice', 'aria-labelledby': 'keep-in-mind' },
    el('h2', { id: 'keep-in-mind' }, 'Keep in mind'),
    el('ul', {}, list.map(each => el('li', {}, each))));
}
