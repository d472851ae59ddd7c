#!/usr/bin/python3
"""Records what statsmodels says of the tables that record.R left here: record_statsmodels.py, run in this folder.

Three kinds of table it is not given as they are, because its pseudo-inverse of the columns, be they of what scale they may, loses them; each ends in the
same numbers, which R, and for the first two 120 digits in record_condition.py, witness:
- extreme_scales: it takes the smallest singular values for zero and has no digit of any number (R2 0.77 for 0.91). Each column is in a unit of its own
  here, a power of two, so that the values stay the same to the last digit. fit(method="qr") has the coefficients, and no digit of the errors.
- large_integers: the columns are one to it, and it finds an R2 of 0.36 for 0.64. It has their differences to the first integer, which are exact.
- collinear_*: R leaves the later columns out, as we do, where the pseudo-inverse divides a coefficient among them. What the fit as a whole is worth is
  that of all columns, the rest that of the fit without LEFT_OUT."""
import json
import sys

import numpy as np
import pandas as pd
import statsmodels
import statsmodels.api as sm
from patsy import dmatrices
from statsmodels.stats.diagnostic import het_breuschpagan
from statsmodels.stats.stattools import durbin_watson, jarque_bera

MODELS = {
    "cars": ("mpg ~ wt + hp + qsec", None),
    "missing_values": ("Ozone ~ Q('Solar.R') + Wind + Temp", None),
    "two_levels": ("len ~ dose + supp", None),
    "many_levels": ("weight ~ feed", None),
    "interactions": ("len ~ dose * supp", None),
    "no_intercept": ("dist ~ speed - 1", None),
    "weighted": ("mpg ~ wt + hp", "carb"),
    "collinear_numbers": ("rating ~ complaints + learning + both + raises", None),
    "collinear_levels": ("breaks ~ load + wool + tension + slack", None),
    "extreme_scales": ("loss ~ air + water + acid", None),
    "large_integers": ("y ~ x + z", None),
}
LEFT_OUT = {"collinear_numbers": ["both"], "collinear_levels": ["tension[T.M]", "slack"]}
UNITS = {"extreme_scales": {"loss": 2.0**40, "air": 2.0**-20, "water": 2.0**40}}
ORIGINS = {"large_integers": {"x": 2.0**53, "z": 2.0**54, "y": 7 * 2.0**53}}

for name, (formula, weights) in MODELS.items():
    data = pd.read_csv(f"{name}.csv")
    if weights:
        data = data[data[weights] > 0]
    y, X = dmatrices(formula, data, return_type="dataframe")
    unit, origin = ({column: given.get(name, {}).get(column, default) for column in [*y, *X]} for given, default in ((UNITS, 1.0), (ORIGINS, 0.0)))
    y, X = ((matrix - [origin[column] for column in matrix]) / [unit[column] for column in matrix] for matrix in (y, X))
    (target,) = y
    kept = X.drop(columns=LEFT_OUT.get(name, []))
    whole, fit = ((sm.WLS(y, columns, weights=data[weights]) if weights else sm.OLS(y, columns)).fit() for columns in (X, kept))

    # patsy puts categories first; ours and R's order is that of the formula
    names = list(kept)
    order = [names.index(n) for n in sorted(names, key=lambda n: (n != "Intercept", n.count(":"), formula.find(n.split("[")[0].split(":")[0])))]
    # the coefficients of the columns as they were, as combinations of these
    back = np.diag([unit[target] / unit[column] for column in names])
    if "Intercept" in names:
        back[names.index("Intercept")] -= [origin[column] * unit[target] / unit[column] for column in names]

    def errors(covariance):
        return np.sqrt(np.diag(back @ covariance @ back.T))[order].tolist()

    coefficients = back @ fit.params.values
    if "Intercept" in names:
        coefficients[names.index("Intercept")] += origin[target]
    jb, jb_p, skew, kurtosis = jarque_bera(fit.wresid)
    found = {
        "source": f"statsmodels {statsmodels.__version__}, numpy {np.__version__}, Python {sys.version.split()[0]}",
        "coefficients": coefficients[order].tolist(),
        "std_errors": errors(fit.cov_params().values),
        "robust": {kind: errors(fit.get_robustcov_results(kind, use_t=True).cov_params()) for kind in ("HC0", "HC1", "HC2", "HC3")},
        "r_squared": whole.rsquared,
        "adjusted_r_squared": whole.rsquared_adj,
        "f_statistic": whole.fvalue,
        "f_p_value": whole.f_pvalue,
        "rmse": np.sqrt(whole.mse_resid) * unit[target],
        "jarque_bera": [jb, jb_p, skew, kurtosis],
        "durbin_watson": durbin_watson(fit.wresid),
    }
    if name not in UNITS and name not in ORIGINS:
        found["condition_number"] = fit.condition_number
    if weights is None:
        influence = fit.get_influence()
        found["cooks_distance"] = influence.cooks_distance[0].max()
        found["leverage"] = influence.hat_matrix_diag.max()
        found["standardized_residual"] = influence.resid_studentized_internal[influence.cooks_distance[0].argmax()]
        if "Intercept" in names:
            found["breusch_pagan"] = het_breuschpagan(fit.resid, kept)[:2]
    json.dump(found, open(f"{name}.statsmodels.json", "w"), indent=2)
