package io.marquetry.source.csv;

import io.marquetry.base.Problem;

import java.util.List;
import java.util.Optional;

/**
 * One row of separated values.
 *
 * @param line the line of the file it starts on, from 1
 * @param cells its values, unquoted; an empty one is missing; not copied, because there are
 *     millions
 * @param problem why no row with such a cell can be taken, if so; the cell was cut short
 */
public record CsvRow(long line, List<String> cells, Optional<Problem> problem) {}
