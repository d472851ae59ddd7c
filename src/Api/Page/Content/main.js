import * as api from './api.js';
import { chosen, offer } from './choose.js';
import { byId, problem, show } from './dom.js';
import * as history from './history.js';
import { render } from './result.js';

let table = null;
let watched = null;

const jobInAddress = () => /^#job=([0-9a-f]{32})$/.exec(location.hash)?.[1];

async function take(file) {
  if (!file) return;
  show('start');
  byId('upload-name').textContent = file.name;
  byId('upload-bar').removeAttribute('value');
  byId('uploading').hidden = false;
  try {
    table = await api.upload(file, sent => { if (sent < 1) byId('upload-bar').value = sent; else byId('upload-bar').removeAttribute('value'); });
    offer(table);
    show('choose');
  } catch (refusal) {
    problem(refusal.message);
  } finally {
    byId('uploading').hidden = true;
    byId('file').value = '';
  }
}

async function analyse(event) {
  event.preventDefault();
  const request = chosen(table);
  if (request.features.length === 0) return problem('Choose at least one feature.');
  try {
    const job = await api.analyze(request);
    history.remember({ job_id: job.job_id, filename: table.filename, target: request.target });
    location.hash = `job=${job.job_id}`;
  } catch (refusal) {
    problem(refusal.message);
  }
}

/** Follows a job to its end, whichever replica answers. */
async function follow(jobId) {
  watched = jobId;
  let shown = false;
  try {
    while (watched === jobId) {
      const result = await api.findResult(jobId, shown ? '2s' : '300ms');
      if (watched !== jobId) return;
      if (result.status !== 'processing') {
        render(result);
        return show('result');
      }
      if (!shown) show('progress');
      shown = true;
      byId('stage').textContent = result.stage === 'queued' ? 'Waiting for its turn' : `${result.filename}: ${result.stage}`;
      byId('job-bar').value = result.progress;
    }
  } catch (refusal) {
    if (refusal.status === 404) history.forget(jobId);
    show('start');
    problem(refusal.message);
  }
}

async function again(uploadId) {
  try {
    table = await api.findUpload(uploadId);
    leave();
    offer(table);
    show('choose');
  } catch (refusal) {
    problem(refusal.message);
  }
}

function leave() {
  watched = null;
  window.history.replaceState(null, '', location.pathname);
}

function route() {
  const job = jobInAddress();
  if (job) follow(job);
  else if (!byId('start').hidden) watched = null; // the page as it comes: the reader begins at its top
  else show('start');
}

async function greet() {
  const health = await api.health().catch(() => null);
  byId('health').textContent = health === null ? 'not reachable' : health.status === 'healthy' ? `version ${health.version}` : `${health.status}: the storage is in trouble`;
  byId('llm-choice').hidden = !health?.llm_available;
}

byId('file').addEventListener('change', event => take(event.target.files[0]));
byId('request').addEventListener('submit', analyse);
byId('forget').addEventListener('click', () => history.forget());
byId('cancel').addEventListener('click', async () => {
  const job = watched;
  leave();
  await api.deleteResult(job).catch(() => null);
  history.forget(job);
  show('start');
});
document.addEventListener('click', event => {
  if (event.target.closest('[data-restart]')) { leave(); show('start'); }
  const upload = event.target.closest('[data-again]')?.dataset.again;
  if (upload) again(upload);
});
for (const kind of ['dragover', 'dragleave', 'drop']) {
  document.addEventListener(kind, event => {
    event.preventDefault();
    byId('drop').classList.toggle('over', kind === 'dragover');
    if (kind === 'drop') { leave(); take(event.dataTransfer.files[0]); }
  });
}
window.addEventListener('hashchange', route);

history.list();
route();
greet();
