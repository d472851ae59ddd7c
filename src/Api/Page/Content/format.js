const grouped = new Intl.NumberFormat('en', { maximumSignificantDigits: 5 });
const even = new Intl.NumberFormat('en', { minimumSignificantDigits: 5, maximumSignificantDigits: 5 });
const scientific = new Intl.NumberFormat('en', { notation: 'scientific', maximumSignificantDigits: 4 });
const whole = new Intl.NumberFormat('en');

export const count = value => whole.format(value);

/** Five significant digits; an em dash for a number that does not exist. */
export const number = value => written(value, grouped);

/** The same with trailing zeros, so that the numbers of a column stand below each other. */
export const estimate = value => written(value, even);

export const pValue = value => value === null || value === undefined ? '–' : value < 0.0001 ? '< 0.0001' : value.toFixed(4);

export const bytes = size => size < 1e6 ? `${round(size / 1000)} kB` : `${round(size / 1e6)} MB`;

export const percent = value => value === null || value === undefined ? '–' : `${(value * 100).toFixed(1)} %`;

const round = value => new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value);

function written(value, format) {
  if (value === null || value === undefined) return '–';
  const size = Math.abs(value);
  return size !== 0 && (size < 1e-4 || size >= 1e9) ? scientific.format(value) : format.format(value);
}
