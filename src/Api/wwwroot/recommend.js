// Which columns a person would likely choose, by what they hold. The same rules the service applies when nothing is chosen, and two more:
// no column that merely numbers the rows, and none that lacks most of its values.
const numbering = /^(id|nr|no|num|number|index|idx|row|key|unnamed.*|.*[_ ]id)$/i;
const mostlyMissing = column => column.missing > column.count;

export const canBeTarget = column => column.type === 'numeric';

export const canBeFeature = column => column.type === 'numeric' || column.type === 'categorical';

export const isRecommendedFeature = column => canBeFeature(column) && !numbering.test(column.name) && !mostlyMissing(column);

const resultLike = /price|cost|sales|revenue|target|score|amount|total|yield|umsatz|preis|value|^y$/i;

export function recommendedTarget(columns) {
  const fit = columns.filter(column => canBeTarget(column) && !numbering.test(column.name) && !mostlyMissing(column));
  return (fit.find(column => resultLike.test(column.name)) ?? fit.at(-1) ?? columns.find(canBeTarget))?.name;
}

// Why a column cannot or should not be used, for people.
export function reason(column) {
  if (column.type === 'empty') return 'empty';
  if (column.type === 'text') return 'text, no category: too many different values';
  if (column.type === 'date') return 'a date';
  if (numbering.test(column.name)) return 'seems to number the rows';
  if (mostlyMissing(column)) return 'mostly missing';
  return '';
}
