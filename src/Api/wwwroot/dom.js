// Makes elements. Strings become text, never markup: names and values from tables go through here.
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

// Puts content in place of what was there and brings the reader to it: its heading gets the focus, the tab its title.
export function show(main, title, ...content) {
  main.replaceChildren(...content.flat(Infinity).filter(Boolean));
  document.title = title ? `${title} · Regression Analyzer` : 'Regression Analyzer';
  const heading = main.querySelector('h1');
  if (heading) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  window.scrollTo(0, 0);
}

// Tells screen readers what the eye sees happen.
export function say(words) {
  document.getElementById('live').textContent = words;
}

// A name that may be broken where its words end: snake_case and brackets have no spaces.
export const breakable = text => text.split(/(?<=[_\[./-])/).flatMap((part, index) => index === 0 ? [part] : [el('wbr'), part]);

export const details = (summary, ...content) => el('details', { class: 'card' }, el('summary', {}, summary), content);
