// The lines of the console. They are many and come fast, so they are put into the page here and not by Blazor; text stays text.
const limits = new WeakMap();
const atEnd = view => view.scrollHeight - view.scrollTop - view.clientHeight < 40;

const toLine = ([time, source, isError, pieces], showSource) => {
  const line = document.createElement('div');
  line.className = isError ? 'line error' : 'line';
  const add = (text, className) => {
    const span = line.appendChild(document.createElement('span'));
    span.textContent = text;
    span.className = className;
    return span;
  };
  add(time, 'time');
  if (showSource) add(source, 'source').style.setProperty('--hue', hueOf(source));
  const words = add('', 'words');
  for (const [text, classes, css] of pieces) {
    const span = words.appendChild(document.createElement('span'));
    span.textContent = text;
    if (classes) span.className = classes;
    if (css) span.style.cssText = css;
  }
  return line;
};

// The same colour for the same name as on the other pages (Hue.cs).
const hueOf = name => 30 + name.split('').reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 360, 7) * 137 % 300;

export const consoleView = {
  clear(view, most) {
    view.replaceChildren();
    limits.set(view, most);
  },
  append(view, lines, showSource) {
    const follows = atEnd(view);
    view.append(...lines.map(line => toLine(line, showSource)));
    for (let over = view.childElementCount - limits.get(view); over > 0; over--) view.firstElementChild.remove();
    // Who has scrolled up reads; who is at the end follows.
    if (follows) view.scrollTop = view.scrollHeight;
  },
};
