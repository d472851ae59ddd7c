// A table as CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe first
// (OWASP, CSV injection); numbers stay numbers, negative ones too.
export const toCsv = rows => rows.map(row => row.map(cell).join(',')).join('\r\n') + '\r\n';

function cell(value) {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
