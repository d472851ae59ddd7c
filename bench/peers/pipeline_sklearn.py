#!/usr/bin/python3
"""pipeline_sklearn.py FILE TARGET FOLDER: the pipeline with pandas, scikit-learn and matplotlib, as an analyst writes it: read, ranges, linear regression on
four fifths of the rows with standard errors and p-values, a forest of 100 trees with 10 shuffles per feature on the last fifth, three charts."""
import os
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from scipy import stats
from sklearn.ensemble import RandomForestRegressor
from sklearn.inspection import permutation_importance
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

path, target, folder = sys.argv[1:4]
os.makedirs(folder, exist_ok=True)
table = pd.read_csv(path).select_dtypes("number").dropna()
table.agg(["min", "max", "mean", "std", "idxmin", "idxmax"])

y = table[target].to_numpy()
features = table.drop(columns=target)
names, X = list(features.columns), features.to_numpy()
train, test, known, unseen = train_test_split(X, y, test_size=0.2, random_state=42)

model = LinearRegression().fit(train, known)
residuals = known - model.predict(train)
freedom = len(known) - len(names) - 1
design = np.column_stack([np.ones(len(known)), train])
errors = np.sqrt(np.diag(residuals @ residuals / freedom * np.linalg.inv(design.T @ design)))
p_values = 2 * stats.t.sf(np.abs(model.coef_ / errors[1:]), freedom)

forest = RandomForestRegressor(100, random_state=42, n_jobs=-1).fit(train, known)
importance = permutation_importance(forest, test, unseen, n_repeats=10, random_state=42, n_jobs=-1).importances_mean

for name, values in {"coefficients": model.coef_, "feature_importance": importance}.items():
    plt.figure(figsize=(10, 6))
    plt.barh(names, values)
    plt.savefig(f"{folder}/{name}.png", dpi=100)
    plt.close()
plt.figure(figsize=(10, 6))
plt.scatter(model.predict(test), unseen, s=4)
plt.savefig(f"{folder}/actual_vs_predicted.png", dpi=100)

print(model.score(test, unseen), forest.score(test, unseen))
print(" ".join(names[i] for i in np.argsort(-importance)))
