package io.marquetry.ui.compose.numbers;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.audience.Breakdown;
import io.marquetry.audience.SourceName;
import io.marquetry.pack.AssetPackage;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.tag.TagCatalog;
import io.marquetry.ui.common.work.Answer;
import io.marquetry.ui.common.work.Asking;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who the audience consists of, by one attribute of its source. Use it on the FX thread. */
public final class BreakdownModel {

    private final ComposeModel compose;
    private final KnownSources sources;
    private final ObjectProperty<Optional<String>> wished =
            new SimpleObjectProperty<>(Optional.empty());
    private final Asking<Question, Breakdown> asking;

    /** Follows the package in work. */
    public BreakdownModel(
            ComposeModel compose,
            KnownSources sources,
            AudienceReaders readers,
            Background background) {
        this.compose = compose;
        this.sources = sources;
        asking =
                new Asking<Question, Breakdown>(
                                background,
                                this::question,
                                asked ->
                                        signal ->
                                                readers.reader(asked.source())
                                                        .breakDown(
                                                                asked.query(),
                                                                asked.attribute(),
                                                                signal))
                        .keeping(this::isSameKind)
                        .following(compose.draft(), compose.tags(), wished, sources.all());
    }

    /** Returns what is known. */
    public ReadOnlyObjectProperty<Answer<Breakdown>> answer() {
        return asking.answer();
    }

    /**
     * Returns the attribute that the audience is broken down by: the one that was chosen, where the
     * source has it, else the first that names kinds; empty where the source has none.
     */
    public Optional<String> attribute() {
        List<Attribute> known =
                compose.current()
                        .map(AssetPackage::source)
                        .map(sources::attributes)
                        .orElse(List.of());
        return wished.get()
                .filter(wish -> known.stream().anyMatch(a -> a.name().equals(wish)))
                .or(() -> first(known).map(Attribute::name));
    }

    /** Chooses the attribute. */
    public void choose(String attribute) {
        wished.set(Optional.of(attribute));
    }

    /** Asks again, after a failure. */
    public void retry() {
        asking.retry();
    }

    private static Optional<Attribute> first(List<Attribute> known) {
        return known.stream()
                .filter(BreakdownModel::namesKinds)
                .findFirst()
                .or(() -> known.stream().findFirst());
    }

    // A number of its own for everybody would make bars that tell nothing; it can still be chosen.
    private static boolean namesKinds(Attribute attribute) {
        return attribute.type() == AttributeType.TEXT
                && !attribute.name().toLowerCase(Locale.ROOT).matches("(.*[_ -])?(id|key|uuid)");
    }

    private Optional<Question> question() {
        return compose.current()
                .flatMap(
                        pack ->
                                attribute()
                                        .map(
                                                by ->
                                                        new Question(
                                                                pack.source(),
                                                                pack.audience(),
                                                                compose.tags().get(),
                                                                by)));
    }

    private boolean isSameKind(Question earlier) {
        return question()
                .filter(now -> now.source().equals(earlier.source()))
                .filter(now -> now.attribute().equals(earlier.attribute()))
                .isPresent();
    }

    private record Question(SourceName source, AllOf audience, TagCatalog tags, String attribute) {

        AudienceQuery query() {
            return new AudienceQuery(audience, tags);
        }
    }
}
