#!/usr/bin/python3
"""Records what statsmodels says of the tables that record.R left here: record_statsmodels.py, run in this folder."""
import json
import sys

import numpy as np
import pandas as pd
import statsmodels
import statsmodels.formula.api as smf
from statsmodels.stats.diagnostic import het_breuschpagan
from statsmodels.stats.stattools import durbin_watson, jarque_bera

MODELS = {
    "cars": ("mpg ~ wt + hp + qsec", None),
    "missing_values": ("Ozone ~ Q('Solar.R') + Wind + Temp", None),
    "two_levels": ("len ~ dose + supp", None),
    "interactions": ("len ~ dose * supp", None),
    "no_intercept": ("dist ~ speed - 1", None),
    "weighted": ("mpg ~ wt + hp", "carb"),
}

for name, (formula, weights) in MODELS.items():
    data = pd.read_csv(f"{name}.csv")
    if weights:
        data = data[data[weights] > 0]
        model = smf.wls(formula, data, weights=data[weights])
    else:
        model = smf.ols(formula, data)
    # patsy puts categories first; ours and R's order is that of the formula
    names = model.exog_names
    order = [names.index(n) for n in sorted(names, key=lambda n: (n != "Intercept", n.count(":"), formula.find(n.split("[")[0].split(":")[0])))]
    fit = model.fit()
    jb, jb_p, skew, kurtosis = jarque_bera(fit.wresid)
    found = {
        "source": f"statsmodels {statsmodels.__version__}, numpy {np.__version__}, Python {sys.version.split()[0]}",
        "robust": {kind: fit.get_robustcov_results(kind, use_t=True).bse[order].tolist() for kind in ("HC0", "HC1", "HC2", "HC3")},
        "std_errors": fit.bse.values[order].tolist(),
        "condition_number": fit.condition_number,
        "jarque_bera": [jb, jb_p, skew, kurtosis],
        "durbin_watson": durbin_watson(fit.wresid),
    }
    if weights is None:
        influence = fit.get_influence()
        found["cooks_distance"] = influence.cooks_distance[0].max()
        found["leverage"] = influence.hat_matrix_diag.max()
        found["standardized_residual"] = influence.resid_studentized_internal[influence.cooks_distance[0].argmax()]
        if "Intercept" in names:
            found["breusch_pagan"] = het_breuschpagan(fit.resid, model.exog)[:2]
    json.dump(found, open(f"{name}.statsmodels.json", "w"), indent=2)
