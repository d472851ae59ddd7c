// The calls of the service. What goes wrong comes out as a Trouble, in words.
const base = '/api/v1';

export class Trouble extends Error {
  constructor(status, detail, retryAfter, line) {
    super(detail);
    this.line = line;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  get passes() {
    return this.status === 0 || this.status === 429 || this.status >= 500 && this.status !== 507;
  }
}

const titles = {
  0: 'The service cannot be reached',
  404: 'It is not here',
  413: 'The file is too large',
  415: 'This kind of file is not read',
  422: 'This table cannot be analysed as it is',
  429: 'A little too fast',
  503: 'The service is not ready',
  507: 'The storage is full',
};

export const titleOf = trouble => titles[trouble.status] ?? (trouble.status >= 500 ? 'Something went wrong on the server' : 'That did not work');

const unreachable = 'Check the connection. Nothing is lost: what was uploaded stays on the server.';

function troubleFrom(status, text, retryAfter) {
  let problem = {};
  try {
    problem = JSON.parse(text) ?? {};
  } catch { /* a proxy in between answers in its own words */ }
  const where = problem.line ? ` (line ${problem.line})` : '';
  const detail = problem.detail ?? `The answer was ${status}, without a reason. Try again in a moment.`;
  return new Trouble(status, detail.toLowerCase().includes(`line ${problem.line}`) ? detail : detail + where, Number(retryAfter) || undefined, problem.line);
}

export async function call(method, path, { body, signal } = {}) {
  let answer;
  try {
    answer = await fetch(base + path, {
      method,
      signal,
      headers: body ? { 'Content-Type': 'application/json' } : {},
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw troubleFrom(answer.status, text, answer.headers.get('Retry-After'));
    return text ? JSON.parse(text) : null;
  } catch (error) {
    if (error instanceof Trouble || error.name === 'AbortError') throw error;
    throw new Trouble(0, unreachable);
  }
}

// XMLHttpRequest, because fetch does not tell how much of a file is sent.
export function upload(file, { onProgress, signal, skipBadRows = false }) {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    form.append('file', file, file.name);
    const request = new XMLHttpRequest();
    request.open('POST', `${base}/upload${skipBadRows ? '?skip_bad_rows=true' : ''}`);
    request.upload.addEventListener('progress', sent => onProgress(sent.loaded / sent.total));
    request.addEventListener('load', () => request.status === 201
      ? resolve(JSON.parse(request.responseText))
      : reject(troubleFrom(request.status, request.responseText, request.getResponseHeader('Retry-After'))));
    request.addEventListener('error', () => reject(new Trouble(0, unreachable)));
    request.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
