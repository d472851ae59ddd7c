# Records what R says of the tables in this folder: Rscript record.R, run here. The tests compare with the numbers it leaves.
# Every table is R's own data set (package datasets), written as CSV beside its numbers.
number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")
text <- function(x) paste0('"', x, '"')
vif <- function(m) {
  X <- model.matrix(m)[, -1, drop = FALSE]
  if (ncol(X) < 2) return(rep(NA, ncol(X)))
  sapply(seq_len(ncol(X)), function(i) 1 / (1 - summary(lm(X[, i] ~ X[, -i]))$r.squared))
}
record <- function(name, data, formula, terms) {
  write.csv(data, paste0(name, ".csv"), row.names = FALSE)
  m <- lm(formula, data); s <- summary(m); k <- s$coefficients; ci <- confint(m); f <- s$fstatistic
  rows <- paste0('    { "feature": ', text(c("(intercept)", terms)), ', "coefficient": ', number(k[, 1]), ', "std_error": ', number(k[, 2]),
    ', "t_statistic": ', number(k[, 3]), ', "p_value": ', number(k[, 4]), ', "ci_low": ', number(ci[, 1]), ', "ci_high": ', number(ci[, 2]),
    ', "vif": ', number(c(NA, vif(m))), ' }', collapse = ",\n")
  cat(sep = "", file = paste0(name, ".json"), '{\n  "source": ', text(R.version.string), ',\n  "target": ', text(all.vars(formula)[1]),
    ',\n  "features": [', paste(text(all.vars(formula)[-1]), collapse = ", "), '],\n  "coefficients": [\n', rows, '\n  ],\n',
    '  "r_squared": ', number(s$r.squared), ',\n  "adjusted_r_squared": ', number(s$adj.r.squared),
    ',\n  "f_statistic": ', number(f[1]), ',\n  "f_p_value": ', number(pf(f[1], f[2], f[3], lower.tail = FALSE)),
    ',\n  "rmse": ', number(s$sigma), ',\n  "aic": ', number(AIC(m)), ',\n  "bic": ', number(BIC(m)),
    ',\n  "n_samples": ', nobs(m), ',\n  "condition_number": ', number(kappa(model.matrix(m), exact = TRUE)), '\n}\n')
}

record("cars", mtcars[, c("mpg", "wt", "hp", "qsec")], mpg ~ wt + hp + qsec, c("wt", "hp", "qsec"))
record("zero_one_target", mtcars[, c("am", "wt", "hp")], am ~ wt + hp, c("wt", "hp"))
record("missing_values", airquality[, 1:4], Ozone ~ Solar.R + Wind + Temp, c("Solar.R", "Wind", "Temp"))
record("two_levels", ToothGrowth, len ~ dose + supp, c("dose", "supp[VC]"))
record("many_levels", chickwts, weight ~ feed, paste0("feed[", levels(chickwts$feed)[-1], "]"))
record("one_feature", cars, dist ~ speed, "speed")
