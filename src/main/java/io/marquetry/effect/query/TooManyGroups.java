package io.marquetry.effect.query;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;

/** A column holds more values than a review can tell apart. */
public final class TooManyGroups extends ProblemException {

    private static final long serialVersionUID = 1L;

    TooManyGroups(int most) {
        super(Problem.of("problem.effect.tooManyGroups", most));
    }
}
