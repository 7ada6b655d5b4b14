package io.marquetry.ui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.ProblemException;
import io.marquetry.dispatch.Limits;
import io.marquetry.dispatch.Terms;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

class TermsFormTest {

    private static final TermsForm BLANK =
            new TermsForm("", "", "", "", " ", Optional.empty(), "", "", "", "");

    @Test
    void nothingWrittenIsWhatPeopleExpect() {
        Terms terms = BLANK.terms();
        assertThat(terms.limits()).isEqualTo(Limits.USUAL);
        assertThat(terms.budget()).isEmpty();
        assertThat(terms.coupons()).isEmpty();
        assertThat(terms.profiling()).isEmpty();
        assertThat(terms.control()).isZero();
    }

    @Test
    void allThatTheCommandLineCanSayCanBeWritten() {
        Terms terms =
                new TermsForm(
                                "",
                                "10:00",
                                "1,200.50",
                                "5%",
                                "cpn_a",
                                Optional.of("likes_advice"),
                                "bounced=5%；refused=none",
                                "10,000",
                                "200",
                                "1,440")
                        .terms();
        assertThat(terms.local()).contains(LocalTime.of(10, 0));
        assertThat(terms.budget()).contains(new BigDecimal("1200.50"));
        assertThat(terms.control()).isEqualTo(0.05);
        assertThat(terms.coupons()).contains(new AssetKey("cpn_a"));
        assertThat(terms.profiling().orElseThrow().attribute()).isEqualTo("likes_advice");
        assertThat(terms.limits().share(Limits.Kind.BOUNCED)).hasValue(0.05);
        assertThat(terms.limits().share(Limits.Kind.REFUSED)).isEmpty();
        assertThat(terms.limits().most()).hasValue(10_000);
        assertThat(terms.limits().first()).hasValue(200);
        assertThat(terms.limits().goOnAfter()).contains(Duration.ofDays(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    -    | much | -  | -          | -    | problem.dispatch.money
                    -    | -    | 5x | -          | -    | problem.dispatch.share
                    -    | -    | -  | bounced 5% | -    | problem.dispatch.limit
                    -    | -    | -  | rain=5%    | -    | problem.dispatch.limit
                    -    | -    | -  | -          | none | problem.dispatch.messages
                    noon | -    | -  | -          | -    | problem.dispatch.localTime
                    """)
    void whatCannotBeReadIsNamed(
            String local, String budget, String control, String limits, String first, String key) {
        TermsForm form =
                new TermsForm(
                        "",
                        written(local),
                        written(budget),
                        written(control),
                        "",
                        Optional.empty(),
                        written(limits),
                        "",
                        written(first),
                        "");
        assertThatThrownBy(form::terms)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem().key()).isEqualTo(key));
    }

    private static String written(String text) {
        return text == null ? "" : text;
    }
}
