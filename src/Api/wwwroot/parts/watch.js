import { call } from '../api.js';
import { el, say, show } from '../dom.js';
import { percent } from '../format.js';
import * as past from '../history.js';

const stages = {
  queued: 'Waiting for a free worker', loading: 'Reading the table', insight: 'Asking the language model', regression: 'Fitting the model',
  prediction: 'Predicting unseen rows', importance: 'Measuring what matters', charts: 'Drawing the charts', done: 'Writing the result',
};
const patience = ['300ms', '1s'];
const longestPause = 10_000;

// Asks until the job is done, whichever replica answers, and shows how far it is meanwhile. Null when the reader called it off.
export async function watch(main, id, signal) {
  const cancel = new AbortController();
  const either = AbortSignal.any([signal, cancel.signal]);
  let panel;
  try {
    for (let asked = 0, failures = 0; ; asked++) {
      try {
        const now = await call('GET', `/results/${id}?wait=${patience[Math.min(asked, 1)]}`, { signal: either });
        if (now.status !== 'processing') return now;
        failures = 0;
        panel ??= open(main, now, cancel);
        panel.tell(stages[now.stage] ?? now.stage, now.progress);
      } catch (error) {
        if (!error.passes || !panel && error.status === 0) throw error;
        failures++;
        panel?.tell(`${error.status === 0 ? 'The connection is lost' : 'The service is busy'}. Trying again…`);
        await pause(Math.max(Math.min(500 * 2 ** failures, longestPause), (error.retryAfter ?? 0) * 1000), either);
      }
    }
  } catch (error) {
    if (!cancel.signal.aborted || signal.aborted) throw error;
    await callOff(main, id);
    return null;
  }
}

function open(main, job, cancel) {
  const stage = el('p', { class: 'stage' });
  const bar = el('progress', { max: 1, 'aria-label': 'Progress of the analysis' });
  const share = el('p', { class: 'small' });
  show(main, 'Analysing', el('h1', {}, 'Analysing'), el('p', { class: 'lead name' }, job.filename),
    el('div', { class: 'card' }, stage, bar, el('div', { class: 'row' }, share, el('button', { type: 'button', class: 'quiet', onclick: () => cancel.abort() }, 'Cancel'))),
    el('p', { class: 'small' }, 'You may close this page: the analysis goes on, and the history has it.'));
  let said;
  return {
    tell(words, progress) {
      stage.textContent = words;
      if (progress !== undefined) {
        bar.value = progress;
        share.textContent = percent(progress);
      }
      if (said !== words) say(words);
      said = words;
    },
  };
}

async function callOff(main, id) {
  await call('DELETE', `/results/${id}`);
  past.remove(id);
  show(main, 'Cancelled', el('h1', {}, 'Cancelled'), el('p', {}, 'The analysis was called off.'), el('a', { class: 'button main', href: '#/' }, 'New analysis'));
}

const pause = (milliseconds, signal) => new Promise((resolve, reject) => {
  const timer = setTimeout(resolve, milliseconds);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    reject(new DOMException('Left', 'AbortError'));
  }, { once: true });
});
