import { el, say, show } from '../dom.js';
import * as past from '../history.js';
import { entries } from '../parts/entries.js';

// What this browser has analysed.
export async function history(main, context) {
  const list = past.all();
  const redraw = words => {
    history(main, context);
    say(words);
  };
  const forget = entry => el('button', {
    type: 'button', class: 'quiet', 'aria-label': `Forget the analysis of ${entry.filename}`,
    onclick: () => {
      past.remove(entry.job);
      redraw('Forgotten');
    },
  }, '✕');
  show(main, 'History',
    el('h1', {}, 'Analyses in this browser'),
    el('p', { class: 'lead' }, 'Kept here only, for nobody else. The results themselves stay on the server until they are deleted or their time is over.'),
    list.length === 0
      ? el('p', { class: 'card' }, 'There are none yet. ', el('a', { href: '#/' }, 'Start one'))
      : entries(list, forget),
    list.length > 0 && el('button', {
      type: 'button', class: 'button',
      onclick: () => {
        past.clear();
        redraw('The list is empty');
      },
    }, 'Forget all'));
}
