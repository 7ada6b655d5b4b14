package io.marquetry.effect.watch;

import java.time.LocalDate;

/**
 * How many profiles carried a tag.
 *
 * @param takenOn the day that they were counted for
 * @param profiles 0 or more
 */
public record TagSize(LocalDate takenOn, long profiles) {}
