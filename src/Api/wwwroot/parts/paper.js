import { el } from '../dom.js';

// Charts are drawn for a light page and for a dark one; which it is changes with the system's colours and with the button in the head.
const system = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => {
  const { theme } = document.documentElement.dataset;
  return theme === 'dark' || theme !== 'light' && system.matches;
};

// The picture of a chart, in the colours of the page.
export const picture = attributes => el('img', { width: 960, height: 600, 'data-chart': '', ...attributes });

export function paint(image, chart) {
  image.dataset.chart = chart.svg;
  image.alt = chart.description;
  image.src = addressOf(chart.svg);
}

const addressOf = svg => isDark() ? `${svg}?theme=dark` : svg;

function repaint() {
  for (const image of document.querySelectorAll('img[data-chart^="/api/"]')) image.src = addressOf(image.dataset.chart);
}

system.addEventListener('change', repaint);
document.addEventListener('themechange', repaint);
