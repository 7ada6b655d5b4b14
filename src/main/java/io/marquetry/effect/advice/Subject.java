package io.marquetry.effect.advice;

import io.marquetry.effect.figures.Figures;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.sums.GroupValue;

import java.util.List;
import java.util.Optional;

/**
 * What is advised on.
 *
 * @param values the package; empty: the outcomes know none
 * @param arm the arm; empty: all treated arms together
 * @param group that it is compared in
 */
record Subject(List<GroupValue> values, Optional<String> arm, Group group, Figures figures) {}
