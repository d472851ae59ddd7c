const base = 'api/v1';

/** What the service says when it refuses: the detail of its problem details. */
export class Refusal extends Error {
  constructor(status, detail) { super(detail); this.status = status; }
}

async function call(path, options) {
  let answer;
  try {
    answer = await fetch(base + path, options);
  } catch {
    throw new Refusal(0, 'The service cannot be reached. Is the network there? Try again.');
  }
  const body = answer.status === 204 ? null : await answer.json().catch(() => null);
  if (!answer.ok) throw new Refusal(answer.status, body?.detail ?? `The service answered ${answer.status}.`);
  return body;
}

export const health = () => call('/health');
export const findUpload = id => call(`/uploads/${id}`);
export const findResult = (id, wait) => call(`/results/${id}${wait ? `?wait=${wait}` : ''}`);
export const deleteResult = id => call(`/results/${id}`, { method: 'DELETE' });
export const analyze = request => call('/analyze', {
  method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(request),
});

/** Sends a file; the older interface is used because it alone tells how much was sent. */
export function upload(file, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', file);
    request.open('POST', `${base}/upload`);
    request.responseType = 'json';
    request.upload.onprogress = event => { if (event.lengthComputable) onProgress(event.loaded / event.total); };
    request.onerror = () => reject(new Refusal(0, 'The upload was cut. Is the network there? Try again.'));
    request.onload = () => request.status === 201
      ? resolve(request.response)
      : reject(new Refusal(request.status, request.response?.detail ?? `The service answered ${request.status}.`));
    request.send(form);
  });
}
