# Records what R says of the tables in this folder: Rscript record.R, run here, then record_condition.py. The
# tests compare with the numbers they leave.
# Every table but the last is R's own data set (package datasets), written as CSV beside its numbers.
number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")
text <- function(x) paste0('"', x, '"')
# 1 / (1 - R2) of each column of the model matrix on the others; without an intercept there is no such convention, and none is recorded
vif <- function(m) {
  X <- model.matrix(m)
  if (attr(terms(m), "intercept") == 0 || ncol(X) < 3) return(rep(NA, ncol(X)))
  w <- if (is.null(weights(m))) rep(1, nrow(X)) else weights(m)
  c(NA, sapply(2:ncol(X), function(i) 1 / (1 - summary(lm(X[, i] ~ X[, -c(1, i)], weights = w))$r.squared)))
}
# terms: our names of the coefficients. rows R leaves out for a weight of 0 are left out of the likelihood too.
record <- function(name, data, formula, terms, weights = NULL) {
  if (is.null(data)) data <- read.csv(paste0(name, ".csv")) else write.csv(data, paste0(name, ".csv"), row.names = FALSE)
  m <- if (is.null(weights)) lm(formula, data) else eval(bquote(lm(.(formula), data, weights = .(as.name(weights)))))
  s <- summary(m); k <- s$coefficients; ci <- confint(m); f <- s$fstatistic
  X <- model.matrix(m); if (!is.null(weights)) X <- X[weights(m) > 0, ] * sqrt(weights(m)[weights(m) > 0])
  rows <- paste0('    { "feature": ', text(terms), ', "coefficient": ', number(k[, 1]), ', "std_error": ', number(k[, 2]),
    ', "t_statistic": ', number(k[, 3]), ', "p_value": ', number(k[, 4]), ', "ci_low": ', number(ci[, 1]), ', "ci_high": ', number(ci[, 2]),
    ', "vif": ', number(vif(m)), ' }', collapse = ",\n")
  cat(sep = "", file = paste0(name, ".json"), '{\n  "source": ', text(R.version.string), ',\n  "formula": ', text(paste(deparse(formula), collapse = "")),
    if (!is.null(weights)) paste0(',\n  "weights": ', text(weights)), ',\n  "coefficients": [\n', rows, '\n  ],\n',
    '  "r_squared": ', number(s$r.squared), ',\n  "adjusted_r_squared": ', number(s$adj.r.squared),
    ',\n  "f_statistic": ', number(f[1]), ',\n  "f_p_value": ', number(pf(f[1], f[2], f[3], lower.tail = FALSE)),
    ',\n  "rmse": ', number(s$sigma), ',\n  "aic": ', number(AIC(m)), ',\n  "bic": ', number(BIC(m)),
    ',\n  "n_samples": ', nobs(m), ',\n  "condition_number": ', number(kappa(X, exact = TRUE)), '\n}\n')
}

one <- "(intercept)"
record("cars", mtcars[, c("mpg", "wt", "hp", "qsec")], mpg ~ wt + hp + qsec, c(one, "wt", "hp", "qsec"))
record("zero_one_target", mtcars[, c("am", "wt", "hp")], am ~ wt + hp, c(one, "wt", "hp"))
record("missing_values", airquality[, 1:4], Ozone ~ Solar.R + Wind + Temp, c(one, "Solar.R", "Wind", "Temp"))
record("two_levels", ToothGrowth, len ~ dose + supp, c(one, "dose", "supp[VC]"))
record("many_levels", chickwts, weight ~ feed, c(one, paste0("feed[", levels(chickwts$feed)[-1], "]")))
record("one_feature", cars, dist ~ speed, c(one, "speed"))
record("no_intercept", cars, dist ~ speed - 1, "speed")
# as text a category's levels come in alphabetical order, H before L before M
breaks <- transform(warpbreaks, wool = as.character(wool), tension = as.character(tension))
record("no_intercept_levels", breaks, breaks ~ wool + tension - 1, c("wool[A]", "wool[B]", "tension[L]", "tension[M]"))
record("logs_and_powers", trees, log(Volume) ~ log(Girth) + I(Height^2) + I(Girth/Height), c(one, "log(Girth)", "I(Height^2)", "I(Girth / Height)"))
record("interactions", ToothGrowth, len ~ dose * supp, c(one, "dose", "supp[VC]", "dose:supp[VC]"))
record("nested_levels", ToothGrowth, len ~ supp + dose:supp, c(one, "supp[VC]", "dose:supp[OJ]", "dose:supp[VC]"))
record("crossed_levels", breaks, breaks ~ wool * tension, c(one, "wool[B]", "tension[L]", "tension[M]", "wool[B]:tension[L]", "wool[B]:tension[M]"))
record("weighted", transform(mtcars[, c("mpg", "wt", "hp", "carb")], carb = ifelse(carb == 8, 0, carb / 3)), mpg ~ wt + hp, c(one, "wt", "hp"), "carb")
record("extreme_scales", with(stackloss, data.frame(loss = stack.loss * 1e12, air = Air.Flow * 1e-8, water = Water.Temp * 1e12, acid = Acid.Conc.)),
  loss ~ air + water + acid, c(one, "air", "water", "acid"))
# Integers above 2^53, odd ones among them, which a double cannot hold: R's read.csv takes the nearest double, and so do we. As text, because R would
# write 15 digits of them.
k <- 1:24
whole <- function(high, low) sprintf("%d%09d", as.integer(high), as.integer(low))
writeLines(c("x,z,y", paste(whole(9007200 + k^2 * 1e6, (k * 123456789) %% 1e9 + 1), whole(20000000 + (k * 7919) %% 97 * 5e6, (k * 987654321) %% 1e9 + 3),
  whole(50000000 + 2 * k^2 * 1e6 + 3 * (k * 7919) %% 97 * 5e6 / 2 + (k * 31) %% 11 * 1e6, (k * 192837465) %% 1e9 + 7), sep = ",")), "large_integers.csv")
record("large_integers", NULL, y ~ x + z, c(one, "x", "z"))
