package io.marquetry.compare;

import io.marquetry.base.Texts;
import io.marquetry.index.Explanation;
import io.marquetry.index.Explanation.Row;

/** Says in plain words what would turn an answer about one person around. */
public final class ExplanationWords {

    private final Texts texts;

    /** Speaks the language of the texts. */
    public ExplanationWords(Texts texts) {
        this.texts = texts;
    }

    /** Returns the smallest change that turns the answer, as one or two sentences. */
    public String of(Explanation told) {
        if (told.smallest().isEmpty()) {
            return texts.get("explain.everybody");
        }
        String changes =
                told.smallest().stream()
                        .map(this::other)
                        .distinct()
                        .reduce((a, b) -> texts.get("explain.and", a, b))
                        .orElseThrow();
        String smallest = texts.get(told.in() ? "explain.flipOut" : "explain.flipIn", changes);
        return told.alone().stream()
                .map(row -> row.tag().value())
                .distinct()
                .reduce((a, b) -> texts.get("explain.or", a, b))
                .map(rows -> texts.get(told.in() ? "explain.aloneOut" : "explain.aloneIn", rows))
                .map(alone -> texts.get("explain.both", smallest, alone))
                .orElse(smallest);
    }

    private String other(Row row) {
        return texts.get(row.carried() ? "explain.without" : "explain.with", row.tag().value());
    }
}
