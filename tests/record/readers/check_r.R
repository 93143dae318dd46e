# Checks result files with R's ncdf4: Rscript check_r.R FILE... [--sample]; --sample also checks the sample's values.
library(ncdf4)

words <- commandArgs(trailingOnly = TRUE)
paths <- words[words != "--sample"]
stopifnot(length(paths) > 0)

text_of <- function(file, variable, attribute) {
  found <- ncatt_get(file, variable, attribute)
  if (found$hasatt) found$value else ""
}

check_conventions <- function(file) {
  stopifnot(text_of(file, 0, "Conventions") == "CF-1.10", text_of(file, 0, "filetype") == "districtsim result")
  stopifnot(nchar(text_of(file, 0, "title")) > 0, length(file$var) > 0)
  for (name in names(file$var)) {
    variable <- file$var[[name]]
    values <- ncvar_get(file, name)
    if (nchar(variable$longname) == 0) stop(name, ": has a long name")
    is_text <- variable$prec == "char" || variable$prec == "string" || is.character(values)
    has_flags <- ncatt_get(file, name, "flag_meanings")$hasatt
    if (!is_text && !has_flags && nchar(variable$units) == 0) stop(name, ": has units")
    if (is_text && any(is.na(iconv(values, "UTF-8", "UTF-8")))) stop(name, ": is UTF-8")
  }
  if (!is.null(file$dim$time)) {
    since <- sub("^days since ", "", file$dim$time$units)
    dates <- as.Date(since) + file$dim$time$vals
    stopifnot(!anyNA(dates), text_of(file, "time", "calendar") == "standard")
  }
}

check_sample <- function(file) {
  stopifnot(text_of(file, 0, "title") == "Sample of a district: Zürich")
  stopifnot(nchar(text_of(file, 0, "scenario_1_text")) == 300 * 1024)
  stopifnot(identical(as.character(as.Date("2020-08-10") + file$dim$time$vals[5]), "2020-09-07"))
  practice <- ncvar_get(file, "practice")  # R has the fastest dimension first
  stopifnot(identical(dim(practice), c(4L, 3L, 2L, 5L)), sum(is.na(practice)) == 6)
  stopifnot(all(is.na(practice[2, , , 4])), practice[4, 3, 2, 5] == 4 + 0.25 + 1 - 30)
  stopifnot(all(ncvar_get(file, "school") == c("Lincoln", "Zürich, \"North\"", "PS 3", "Hồ Chí Minh")))
  stopifnot(all(ncvar_get(file, "school_id") == c("010000500870", "010000500871", "010000500872", "")))
  level <- ncvar_get(file, "level")
  stopifnot(identical(as.integer(level), c(0L, 2L, 1L, NA)))
  stopifnot(text_of(file, "level", "flag_meanings") == "elementary middle high")
  stopifnot(all(ncatt_get(file, "level", "flag_values")$value == 0:2))
  stopifnot(text_of(file, "coaching", "units") == "h", ncvar_get(file, "coaching")[1, 1] == 0.1)
  stopifnot(is.na(ncvar_get(file, "money")[2]), ncvar_get(file, "teachers") == -7)
  stopifnot(all(ncvar_get(file, "agents/teacher") == c(0, 1, 4000000000)))
  effect <- ncvar_get(file, "agents/effect")
  stopifnot(all(effect[, 2] == 5:8), all(is.na(effect[, 3])))
}

for (path in paths) {
  file <- nc_open(path)
  check_conventions(file)
  if ("--sample" %in% words) check_sample(file)
  cat(path, ": ", length(file$var), " variables\n", sep = "")
  nc_close(file)
}
