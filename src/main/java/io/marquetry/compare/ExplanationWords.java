package io.marquetry.compare;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.LeafNames;
import io.marquetry.base.Texts;
import io.marquetry.index.question.Explanation;
import io.marquetry.index.question.Explanation.Row;
import io.marquetry.tag.TagKey;

import java.util.function.Function;

/** Says in plain words what would turn an answer about one person around. */
public final class ExplanationWords {

    private final Texts texts;
    private final LeafNames leaves;

    /**
     * Speaks the language of the texts.
     *
     * @param tags what tags are called
     */
    public ExplanationWords(Texts texts, Function<TagKey, String> tags) {
        this.texts = texts;
        this.leaves = new LeafNames(texts, tags);
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
                .map(row -> leaves.of(row.leaf()))
                .distinct()
                .reduce((a, b) -> texts.get("explain.or", a, b))
                .map(rows -> texts.get(told.in() ? "explain.aloneOut" : "explain.aloneIn", rows))
                .map(alone -> texts.get("explain.both", smallest, alone))
                .orElse(smallest);
    }

    private String other(Row row) {
        boolean tag = row.leaf() instanceof AudienceExpression.TagRef;
        String said = tag ? "explain." : "explain.condition.";
        return texts.get(said + (row.carried() ? "without" : "with"), leaves.of(row.leaf()));
    }
}
