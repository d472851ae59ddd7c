import { details, el } from '../dom.js';

const errors = [['classical', 'usual: the spread is the same everywhere'], ['hc3', 'robust (HC3): the spread may differ'], ['hc0', 'robust (HC0)'], ['hc1', 'robust (HC1)'], ['hc2', 'robust (HC2)']];

// What one may want of the model beyond target and features. Left as it is, nothing of it is sent.
export function modelOptions(columns) {
  const select = (id, choices) => el('select', { id }, choices.map(([value, words]) => el('option', { value }, words)));
  const formula = el('input', { type: 'text', id: 'formula', maxlength: 10000, autocomplete: 'off', spellcheck: 'false', placeholder: 'log(price) ~ area + I(area^2) + rooms:district' });
  const standardErrors = select('standard-errors', errors);
  const folds = select('folds', [['', 'none'], ['5', '5 parts'], ['10', '10 parts']]);
  const weights = select('weights', [['', 'all alike'], ...columns.filter(column => column.type === 'numeric' && !(column.min < 0)).map(column => [column.name, column.name])]);
  const intercept = el('input', { type: 'checkbox', id: 'intercept', checked: true });
  const field = (control, label, help) => el('p', {}, el('label', { for: control.id }, label), control, help && el('span', { class: 'small' }, help));

  return {
    element: details('More options',
      field(standardErrors, 'Standard errors'),
      field(folds, 'Cross-validation'),
      field(weights, 'How much each row counts'),
      el('p', { class: 'choice' }, intercept, el('label', { for: 'intercept' }, 'With an intercept', el('span', { class: 'small' }, 'Without one the fit goes through the origin.'))),
      field(formula, 'A formula in place of the columns above', "In R's notation: log(), I(), a:b, a*b, - 1. Names with blanks stand in `backticks`.")),
    formula: () => formula.value.trim(),
    weights: () => weights.value,
    // The members of the request.
    chosen() {
      const body = {};
      if (standardErrors.value !== 'classical') body.standard_errors = standardErrors.value;
      if (folds.value) body.folds = Number(folds.value);
      if (weights.value) body.weights = weights.value;
      if (formula.value.trim()) body.formula = formula.value.trim();
      else if (!intercept.checked) body.intercept = false;
      return body;
    },
  };
}
