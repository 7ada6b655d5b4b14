package io.marquetry.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.tag.Value.Unit;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class SpanTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 1, 20);

    @Test
    void theLastSevenDaysAreTodayAndTheSixBeforeIt() {
        assertThat(new Span(7, Unit.DAYS).first(TODAY)).isEqualTo("2024-01-14");
        assertThat(new Span(1, Unit.WEEKS).first(TODAY)).isEqualTo("2024-01-14");
        assertThat(new Span(1, Unit.DAYS).first(TODAY)).isEqualTo("2024-01-20");
    }

    @Test
    void monthsAndYearsBeginTheDayAfterTheSameDay() {
        assertThat(new Span(1, Unit.MONTHS).first(TODAY)).isEqualTo("2023-12-21");
        assertThat(new Span(2, Unit.YEARS).first(TODAY)).isEqualTo("2022-01-21");
        assertThat(new Span(1, Unit.MONTHS).first(LocalDate.of(2024, 3, 31)))
                .isEqualTo("2024-03-01");
        assertThat(new Span(1, Unit.MONTHS).first(LocalDate.of(2023, 2, 28)))
                .isEqualTo("2023-01-29");
        assertThat(new Span(12, Unit.MONTHS).first(LocalDate.of(2024, 12, 31)))
                .isEqualTo("2024-01-01");
    }

    @Test
    void nothingIsBeforeTheFirstDayThatDatabasesKnow() {
        assertThat(new Span(36_500, Unit.YEARS).first(TODAY)).isEqualTo(LocalDate.of(1, 1, 1));
    }

    @Test
    void noDaysAreRefused() {
        assertThatThrownBy(() -> new Span(0, Unit.DAYS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span(36_501, Unit.DAYS))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
