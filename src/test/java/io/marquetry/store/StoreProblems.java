package io.marquetry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import java.util.Locale;

/** Looks at problems, and that they can be put into words in each language. */
public final class StoreProblems {

    private StoreProblems() {}

    public static void assertProblem(ThrowingCallable work, Problem expected) {
        assertThat(problem(work)).isEqualTo(expected);
    }

    /** Returns the problem that the work ends with. */
    public static Problem problem(ThrowingCallable work) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, work);
        assertThat(thrown).as("a problem").isNotNull();
        for (Locale language : Texts.LANGUAGES) {
            assertThat(Texts.in(language).sentence(thrown.problem()))
                    .isNotBlank()
                    .doesNotContain("{");
        }
        return thrown.problem();
    }

    /** Returns the sentence in English. */
    public static String sentence(Problem problem) {
        return Texts.in(Locale.ENGLISH).sentence(problem);
    }
}
