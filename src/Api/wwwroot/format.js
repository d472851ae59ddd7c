// Numbers, sizes and times as people write them.
const absent = '–';
const plain = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const tiny = new Intl.NumberFormat('en', { notation: 'scientific', maximumSignificantDigits: 3 });
const when = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const minus = text => text.replace('-', '−');

export function number(value) {
  if (value === null || value === undefined) return absent;
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e12)) return minus(tiny.format(value).replace('E', ' × 10^'));
  return minus(size >= 1000 ? whole.format(value) : plain.format(value));
}

export const count = value => value === null || value === undefined ? absent : whole.format(value);

export const probability = value =>
  value === null || value === undefined ? absent : value < 0.001 ? '< 0.001' : value.toFixed(3);

export const percent = value => value === null || value === undefined ? absent : `${minus((value * 100).toFixed(Math.abs(value) >= 0.9995 && value < 1 ? 2 : 1))} %`;

export function bytes(value) {
  const units = ['bytes', 'kB', 'MB', 'GB'];
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 ? value : value.toFixed(value < 10 ? 1 : 0)} ${units[unit]}`;
}

export const time = value => Number.isFinite(value) ? when.format(value) : absent;

export const plural = (value, one, many = `${one}s`) => `${count(value)} ${value === 1 ? one : many}`;

// r_squared → R squared
export const words = key => {
  const text = key.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};
