package io.marquetry.ui.tags.rule;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.audience.Breakdown;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.source.check.RuleExtent;
import io.marquetry.source.plan.ListFile;
import io.marquetry.tag.TagCatalog;
import io.marquetry.ui.common.work.Background;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The most frequent values of attributes, to choose from; asked once per attribute. Suggestions are
 * a comfort: where they cannot be had there are none.
 */
public final class ValueSuggestions {

    private final AudienceReaders readers;
    private final Background background;
    private final Map<String, List<String>> known = new HashMap<>();
    private Optional<SourceName> source = Optional.empty();

    public ValueSuggestions(AudienceReaders readers, Background background) {
        this.readers = readers;
        this.background = background;
    }

    /** Speaks of another source from now on. */
    public void of(Optional<SourceName> other) {
        if (!source.equals(other)) {
            source = other;
            known.clear();
        }
    }

    /** Gives the most frequent values of a profile attribute, most frequent first. */
    void load(String attribute, Consumer<List<String>> taker) {
        List<String> already = known.get(attribute);
        if (already != null) {
            taker.accept(already);
            return;
        }
        Optional<SourceName> asked = source;
        if (asked.isEmpty()) {
            return;
        }
        AudienceQuery everybody =
                new AudienceQuery(
                        new AudienceExpression.AllOf(List.of()), new TagCatalog(List.of()));
        background.run(
                signal ->
                        values(readers.reader(asked.get()).breakDown(everybody, attribute, signal)),
                values -> {
                    if (asked.equals(source)) {
                        known.put(attribute, values);
                        taker.accept(values);
                    }
                },
                problem -> {});
    }

    /** Reads the values of a list from a file. */
    void read(
            Path file, String attribute, Consumer<List<String>> taker, Consumer<Problem> refused) {
        background.run(
                signal -> ListFile.values(file, attribute, RuleExtent.MAX_LIST), taker, refused);
    }

    private static List<String> values(Breakdown breakdown) {
        return breakdown.bars().stream()
                .filter(Breakdown.OfValue.class::isInstance)
                .map(bar -> ((Breakdown.OfValue) bar).value())
                .toList();
    }
}
