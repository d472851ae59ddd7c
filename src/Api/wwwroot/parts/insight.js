import { el } from '../dom.js';

// What the language model made of the columns; nothing where none was asked.
export const insight = found => found && el('section', { class: 'card', 'aria-labelledby': 'insight' },
  el('h2', { id: 'insight' }, 'What a language model says of the table'),
  el('p', {}, found.summary));
