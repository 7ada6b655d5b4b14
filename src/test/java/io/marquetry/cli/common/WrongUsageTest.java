package io.marquetry.cli.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;

import org.junit.jupiter.api.Test;

import java.util.Locale;

final class WrongUsageTest {

    private static final Texts TEXTS = Texts.in(Locale.ENGLISH);

    @Test
    void eachIsAProblemThatIsTold() {
        assertThat(TEXTS.bundle().keySet()).containsAll(WrongUsage.keys());
    }

    @Test
    void whatWasTypedWronglyEndsWithTwoAndWhatFailedWithOne() {
        CommandFailures failures = new CommandFailures(TEXTS);
        assertThat(failures.tell(Problem.of("problem.source.whatToAdd").asException(), line -> {}))
                .isEqualTo(2);
        assertThat(failures.tell(Problem.of("problem.rewrite.none").asException(), line -> {}))
                .isEqualTo(1);
    }
}
