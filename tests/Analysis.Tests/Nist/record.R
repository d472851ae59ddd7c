# How many of NIST's certified digits R's own lm has, beside which the README puts ours: Rscript record.R, run here. Leaves r.json.
# A coefficient that lm leaves out as collinear (Filip, with the tolerance it has by default) has none.
library(jsonlite)
certified <- fromJSON("certified.json", simplifyVector = TRUE)
# as NIST counts: -log10 of the relative error, of the absolute one where the certified value is 0; at most 15
digits <- function(certified, found) {
  error <- abs(found - certified) / ifelse(certified == 0, 1, abs(certified))
  ifelse(is.na(error), 0, pmin(15, pmax(0, -log10(error))))
}
fit <- function(set, tolerance = 1e-7) {
  m <- lm(as.formula(certified[[set]]$formula), read.csv(paste0(set, ".csv")), tol = tolerance)
  found <- coef(m)
  errors <- setNames(rep(NA, length(found)), names(found))
  table <- coef(summary(m))
  errors[rownames(table)] <- table[, 2]
  list(coefficients = round(min(digits(certified[[set]]$coefficients, found)), 1),
       std_errors = round(min(digits(certified[[set]]$std_errors, errors)), 1))
}
sets <- names(certified)
result <- setNames(lapply(sets, fit), sets)
result[["Filip, tol = 1e-10"]] <- fit("Filip", 1e-10)
write(toJSON(c(list(source = R.version.string), result), auto_unbox = TRUE, pretty = TRUE), "r.json")
print(t(sapply(result, unlist)))
