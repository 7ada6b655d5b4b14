package io.marquetry.ui.compose.numbers;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.base.Problem;
import io.marquetry.index.Explanation;

/** What is known of the one person that was asked for. */
public sealed interface PersonState {

    /** Nobody was asked for. */
    record Nobody() implements PersonState {}

    /** The answer is on its way. */
    record Asking() implements PersonState {}

    /** The source has nobody with the key. */
    record Unknown() implements PersonState {}

    /** Why the person is in the audience or not. */
    record Found(AllOf audience, Explanation explanation) implements PersonState {}

    /** No answer, and why. */
    record Failed(Problem why) implements PersonState {}
}
