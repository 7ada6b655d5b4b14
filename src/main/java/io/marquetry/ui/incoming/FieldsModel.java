package io.marquetry.ui.incoming;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.handoff.incoming.FieldNames;
import io.marquetry.handoff.incoming.FieldOffer;
import io.marquetry.handoff.incoming.FieldQuestion;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a sender's fields are called here, while somebody tells it; needs no stage. */
final class FieldsModel {

    private final ReadOnlyObjectWrapper<Optional<List<FieldOffer>>> offers =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<FieldQuestion, Optional<String>>> answers =
            new ReadOnlyObjectWrapper<>(Map.of());

    /** Returns what could answer; empty while it is counted. */
    ReadOnlyObjectProperty<Optional<List<FieldOffer>>> offers() {
        return offers.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Returns what is answered by now. */
    ReadOnlyObjectProperty<Map<FieldQuestion, Optional<String>>> answers() {
        return answers.getReadOnlyProperty();
    }

    /** Shows what could answer; what speaks for itself is proposed. */
    void show(List<FieldOffer> found) {
        Map<FieldQuestion, Optional<String>> proposed = new HashMap<>();
        for (FieldOffer offer : found) {
            FieldQuestion question = offer.question();
            proposed.put(question, question.answer().or(offer::best));
        }
        answers.set(Map.copyOf(proposed));
        offers.set(Optional.of(List.copyOf(found)));
    }

    void fail(Problem why) {
        problem.set(Optional.of(why));
    }

    Optional<String> answer(FieldQuestion question) {
        return answers.get().getOrDefault(question, Optional.empty());
    }

    /** Answers one; empty: nobody knows what it is called here. */
    void answer(FieldQuestion question, Optional<String> ours) {
        Map<FieldQuestion, Optional<String>> now = new HashMap<>(answers.get());
        now.put(question, ours);
        answers.set(Map.copyOf(now));
    }

    /** Returns the names by sender; a field that is not told keeps the sender's name. */
    Map<SourceName, FieldNames> names() {
        Map<SourceName, FieldNames> all = new HashMap<>();
        answers.get()
                .forEach(
                        (question, ours) ->
                                all.merge(
                                        question.theirs(),
                                        new FieldNames(
                                                Map.of(
                                                        question.key(),
                                                        ours.orElse(question.name()))),
                                        FieldNames::and));
        return all;
    }
}
