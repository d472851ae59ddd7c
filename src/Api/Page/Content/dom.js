// Elements are made of properties and text, never of markup: names and values of a stranger's table stay text.
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name in element && typeof value !== 'string') element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
}

export const byId = id => document.getElementById(id);

/** Shows some of the page's parts and moves the reader to the first. */
export function show(...ids) {
  for (const id of ['start', 'choose', 'progress', 'result']) byId(id).hidden = !ids.includes(id);
  byId('problem').hidden = true;
  byId(ids[0]).querySelector('h2')?.focus({ preventScroll: true });
  window.scrollTo({ top: 0 });
}

export function problem(text) {
  byId('problem').textContent = text;
  byId('problem').hidden = false;
}
