# repeat.R TIMES SCRIPT [ARGUMENT ...]: runs a script again and again in one process, its packages loaded once; each time's seconds are a line on
# standard error.
own <- commandArgs(TRUE)
commandArgs <- function(trailingOnly = FALSE) own[-(1:2)]
for (i in seq_len(as.integer(own[1]))) {
    start <- proc.time()[["elapsed"]]
    source(own[2], local = new.env())
    cat(sprintf("%.4f\n", proc.time()[["elapsed"]] - start), file = stderr())
}
