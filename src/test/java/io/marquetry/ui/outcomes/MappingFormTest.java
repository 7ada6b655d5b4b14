package io.marquetry.ui.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.effect.ColumnUse;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.SavedMapping;
import io.marquetry.source.AttributeType;
import io.marquetry.source.plan.ColumnReadings;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class MappingFormTest {

    private static final OutcomeLayout.Contacts CONTACTS =
            new OutcomeLayout.Contacts("contacts", "redemptions", List.of("campaign"));

    private final MappingForm form = new MappingForm();

    @Test
    void answersOfAnotherTableStayWithTheMappingThatTellsOfThem() {
        begin("contacts");
        form.take(saved());
        assertThat(form.rows().get()).isEqualTo(RowKind.CONTACTS);
        assertThat(form.mapping()).isEqualTo(saved().mapping());
        assertThat(form.problems()).isEmpty();
    }

    @Test
    void anotherTableHasNoSuchAnswers() {
        begin("contacts");
        form.take(saved());
        begin("orders");
        assertThat(form.answers().get()).isEmpty();
        form.take(saved());
        assertThat(form.mapping().layout())
                .isEqualTo(new OutcomeLayout.PerProfile(Optional.of("orders")));
    }

    private void begin(String stream) {
        form.begin(
                new TableColumns(
                        "Contacts",
                        Map.of("campaign", AttributeType.TEXT, "kind", AttributeType.TEXT),
                        Map.of("kind", List.of("A", "B")),
                        List.of()),
                Optional.of(stream),
                new OutcomeName("contacts"));
    }

    private static SavedMapping saved() {
        return new SavedMapping(
                new OutcomeMapping(CONTACTS, Map.of(OutcomeRole.ARM, ColumnUse.of("kind"))),
                new Design.Observed(),
                ColumnReadings.NONE);
    }
}
