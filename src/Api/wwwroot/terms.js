// A term of the model in words: a column, or one level of a category against the reference level ("district[South]").
export function readTerm(name, columns) {
  const at = name.indexOf('[');
  const column = columns.find(each => each.name === name);
  if (column || at < 1 || !name.endsWith(']')) return { column: name };
  const stem = name.slice(0, at);
  return columns.some(each => each.name === stem) ? { column: stem, level: name.slice(at + 1, -1) } : { column: name };
}

export const byStrength = (one, other) => Math.abs(other.t_statistic ?? 0) - Math.abs(one.t_statistic ?? 0);
