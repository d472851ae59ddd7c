# Records what R says of the tables in this folder: Rscript record.R, run here, then record_condition.py. The
# tests compare with the numbers they leave.
# Every table but the last is R's own data set (package datasets), written as CSV beside its numbers; where columns are collinear, they were added to it.
number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")
text <- function(x) paste0('"', x, '"')
# 1 / (1 - R2) of each column of the model matrix on the others; without an intercept there is no such convention, and none is recorded
vif <- function(m) {
  X <- model.matrix(m)[, !is.na(coef(m)), drop = FALSE]
  if (attr(terms(m), "intercept") == 0 || ncol(X) < 3) return(rep(NA, ncol(X)))
  w <- if (is.null(weights(m))) rep(1, nrow(X)) else weights(m)
  c(NA, sapply(2:ncol(X), function(i) 1 / (1 - summary(lm(X[, i] ~ X[, -c(1, i)], weights = w))$r.squared)))
}
# terms: our names of the coefficients; those R leaves out as collinear are NA in its fit. rows R leaves out for a weight of 0 are left out of the likelihood
# too. origins: what is subtracted from a column before the fit. The intercept, and its error, are then those of the columns as they were.
record <- function(name, data, formula, terms, weights = NULL, origins = NULL) {
  if (is.null(data)) data <- read.csv(paste0(name, ".csv")) else write.csv(data, paste0(name, ".csv"), row.names = FALSE)
  for (column in names(origins)) data[[column]] <- data[[column]] - origins[[column]]
  m <- if (is.null(weights)) lm(formula, data) else eval(bquote(lm(.(formula), data, weights = .(as.name(weights)))))
  kept <- !is.na(coef(m))
  s <- summary(m); k <- s$coefficients; ci <- confint(m)[kept, , drop = FALSE]; f <- s$fstatistic
  if (!is.null(origins)) {
    from <- c(1, -unlist(origins[names(coef(m))[-1]]))
    at <- origins[[all.vars(formula)[1]]] + sum(from * coef(m)); error <- sqrt(sum(from * vcov(m) %*% from))
    k[1, ] <- c(at, error, at / error, 2 * pt(-abs(at / error), m$df.residual)); ci[1, ] <- at + c(-1, 1) * error * qt(0.975, m$df.residual)
  }
  X <- model.matrix(m)[, kept, drop = FALSE]; if (!is.null(weights)) X <- X[weights(m) > 0, ] * sqrt(weights(m)[weights(m) > 0])
  rows <- paste0('    { "feature": ', text(terms[kept]), ', "coefficient": ', number(k[, 1]), ', "std_error": ', number(k[, 2]),
    ', "t_statistic": ', number(k[, 3]), ', "p_value": ', number(k[, 4]), ', "ci_low": ', number(ci[, 1]), ', "ci_high": ', number(ci[, 2]),
    ', "vif": ', number(vif(m)), ' }', collapse = ",\n")
  cat(sep = "", file = paste0(name, ".json"), '{\n  "source": ', text(R.version.string), ',\n  "formula": ', text(paste(deparse(formula), collapse = "")),
    if (!is.null(weights)) paste0(',\n  "weights": ', text(weights)), if (!all(kept)) paste0(',\n  "left_out": [', toString(text(terms[!kept])), ']'),
    ',\n  "coefficients": [\n', rows, '\n  ],\n',
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
record("levels_by_number", transform(as.data.frame(CO2)[, c("uptake", "conc", "Type", "Treatment")], Type = as.character(Type), Treatment = as.character(Treatment)),
  uptake ~ Type:conc + Treatment:conc, c(one, "Type[Mississippi]:conc", "Type[Quebec]:conc", "Treatment[nonchilled]:conc"))
record("cells", breaks, breaks ~ wool:tension - 1, paste0("wool[", c("A", "B"), "]:tension[", rep(c("H", "L", "M"), each = 2), "]"))
record("weighted", transform(mtcars[, c("mpg", "wt", "hp", "carb")], carb = ifelse(carb == 8, 0, carb / 3)), mpg ~ wt + hp, c(one, "wt", "hp"), "carb")
record("extreme_scales", with(stackloss, data.frame(loss = stack.loss * 1e12, air = Air.Flow * 1e-8, water = Water.Temp * 1e12, acid = Acid.Conc.)),
  loss ~ air + water + acid, c(one, "air", "water", "acid"))
record("collinear_numbers", transform(attitude[, c("rating", "complaints", "learning", "raises")], both = complaints + learning),
  rating ~ complaints + learning + both + raises, c(one, "complaints", "learning", "both", "raises"))
# load, with the intercept, is a combination of the tensions: the last of these falls to it, and to both of them slack
pulled <- transform(breaks, load = c(L = 1, M = 2, H = 4)[tension], slack = c(L = 9, M = 7, H = 1)[tension])
record("collinear_levels", pulled, breaks ~ load + wool + tension + slack, c(one, "load", "wool[B]", "tension[L]", "tension[M]", "slack"))
# Integers above 2^53 whose differences are what there is to find: x counts by 2, z by 4 and y by 8, the smallest steps that a double has there, so that
# whoever loses the last digit of seventeen changes the first of the coefficients. To lm such columns are collinear with the intercept and it leaves both
# out, so it has their differences, which are exact; record_condition.py solves it with 120 digits and compares. As text, because R would write 15 digits.
k <- 1:24
origins <- list(x = 2^53, z = 2^54, y = 7 * 2^53)
offsets <- with(list(x = 2 * ((k * 7) %% 23 + 1), z = 4 * ((k * 11) %% 19 + 1)), data.frame(x, z, y = 8 * round((3 * x + 2 * z + 16 * ((k * 5) %% 9 - 4)) / 8)))
digits <- function(column) sprintf("%.0f", origins[[column]] + offsets[[column]])
writeLines(c("x,z,y", paste(digits("x"), digits("z"), digits("y"), sep = ",")), "large_integers.csv")
record("large_integers", NULL, y ~ x + z, c(one, "x", "z"), origins = origins)
