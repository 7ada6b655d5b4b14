package io.marquetry.effect.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.ProblemException;
import io.marquetry.effect.advice.Targets.Standing;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Footing;
import io.marquetry.effect.stats.Interval;
import io.marquetry.effect.stats.Lacking;
import io.marquetry.effect.stats.Method;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Optional;

class TargetsTest {

    @ParameterizedTest
    @CsvSource({
        "0.05, 0.06, 0.07, REACHED",
        "0.05, 0.05, 0.07, REACHED",
        "0.05, 0.04, 0.06, OPEN",
        "0.05, 0.04, 0.05, OPEN",
        "0.05, 0.03, 0.04, MISSED"
    })
    void onlyWholeIntervalDecides(double target, double low, double high, Standing standing) {
        Interval interval = new Interval(low, high);
        assertThat(Targets.standing(target, interval, Footing.FIRM)).isEqualTo(standing);
        assertThat(Targets.standing(target, interval, Footing.CAUTIOUS)).isEqualTo(standing);
    }

    /** Of a few large amounts nobody can tell. */
    @Test
    void intervalThatCannotBeTrustedDecidesNothing() {
        Estimate sparse =
                new Estimate.Known(3, new Interval(2.5, 3.5), Method.STUDENT, Footing.SPARSE);
        assertThat(Targets.standing(2, sparse)).contains(Standing.OPEN);
        assertThat(Targets.standing(4, sparse)).contains(Standing.OPEN);
    }

    @ParameterizedTest
    @EnumSource(Lacking.class)
    void noFigureHasNoStanding(Lacking why) {
        assertThat(Targets.standing(2, new Estimate.Unknown(why))).isEmpty();
        assertThat(Targets.standing(2, new Estimate.Bare(3, why))).contains(Standing.OPEN);
    }

    @ParameterizedTest
    @CsvSource({
        "5%, CONVERSION",
        "0.1%, HIT",
        "100%, REACH",
        "33.3333%, HIT",
        "2, RETURN",
        "-0.5, RETURN"
    })
    void targetIsReadAsWritten(String text, Measure measure) {
        double target = Targets.parse(text, measure).orElseThrow();
        assertThat(Targets.write(target, measure)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "5, CONVERSION",
        "0.05, HIT",
        "0%, HIT",
        "101%, REACH",
        "-1%, HIT",
        "much, HIT",
        "%, HIT",
        "1e400%, HIT",
        "200%, RETURN",
        "1e400, RETURN",
        "NaN, RETURN",
        "two, RETURN"
    })
    void otherTextsAreRefused(String text, Measure measure) {
        assertThatThrownBy(() -> Targets.parse(text, measure)).isInstanceOf(ProblemException.class);
    }

    @Test
    void blankIsNoTarget() {
        assertThat(Targets.parse("  ", Measure.HIT)).isEqualTo(Optional.empty());
    }
}
