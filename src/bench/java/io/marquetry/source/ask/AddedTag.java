package io.marquetry.source.ask;

import io.marquetry.base.LocalizedText;
import io.marquetry.tag.Category;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.TagRule.Aggregate;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Kinds of tags that somebody adds to the generated sample, each with a number in it. */
enum AddedTag {
    PROFILE("profile columns") {
        @Override
        TagRule rule(int number) {
            return new TagRule.All(
                    List.of(
                            new TagRule.Compare(
                                    "age", Comparison.AT_LEAST, whole(20 + number)),
                            new TagRule.Compare(
                                    "points", Comparison.LESS, whole(100 * number + 50))));
        }
    },
    COUNT("count of events in 90 days or so") {
        @Override
        TagRule rule(int number) {
            return events(Aggregate.COUNT, "", last(85 + number), "", Comparison.AT_LEAST, 4);
        }
    },
    COUNT_ALL("count of all events") {
        @Override
        TagRule rule(int number) {
            return events(Aggregate.COUNT, "", ALWAYS, "", Comparison.AT_LEAST, 11 + 3 * number);
        }
    },
    NONE("no event in 90 days or so") {
        @Override
        TagRule rule(int number) {
            return events(Aggregate.COUNT, "", last(84 + number), "", Comparison.EQUAL, 0);
        }
    },
    SUM("sum over all events") {
        @Override
        TagRule rule(int number) {
            return events(
                    Aggregate.SUM, "amount", ALWAYS, "", Comparison.AT_LEAST, 333 + 50 * number);
        }
    },
    SUM_WHERE("sum over events of one category") {
        @Override
        TagRule rule(int number) {
            return events(
                    Aggregate.SUM,
                    "amount",
                    last(400 + number),
                    "snacks",
                    Comparison.AT_LEAST,
                    300);
        }
    },
    LATEST("day of the latest event") {
        @Override
        TagRule rule(int number) {
            return new TagRule.Events(
                    STREAM,
                    Aggregate.LATEST,
                    Optional.empty(),
                    ALWAYS,
                    Optional.empty(),
                    Comparison.LESS,
                    new Value.Ago(401 + number, Value.Unit.DAYS));
        }
    },
    MIXED("profile columns and a sum of events") {
        @Override
        TagRule rule(int number) {
            return new TagRule.All(List.of(PROFILE.rule(number + 20), SUM.rule(number + 40)));
        }
    };

    private static final String STREAM = "purchases";
    private static final Window ALWAYS = new Window.Always();

    private final String words;

    AddedTag(String words) {
        this.words = words;
    }

    /** Returns what it is, for the table. */
    String words() {
        return words;
    }

    /** Returns a rule that is another one for each number. */
    abstract TagRule rule(int number);

    /** Returns a tag that is another one for each number. */
    Tag tag(int number) {
        LocalizedText name = new LocalizedText(new TreeMap<>(Map.of("en", words)));
        return new Tag(
                new TagKey("user_added_" + name().toLowerCase(Locale.ROOT).replace("_", "") + number),
                Category.AUDIENCE,
                name,
                name,
                Optional.empty(),
                Optional.of(rule(number)),
                Optional.empty());
    }

    private static TagRule events(
            Aggregate aggregate,
            String measure,
            Window window,
            String category,
            Comparison comparison,
            int number) {
        return new TagRule.Events(
                STREAM,
                aggregate,
                Optional.of(measure).filter(m -> !m.isEmpty()),
                window,
                Optional.of(category)
                        .filter(c -> !c.isEmpty())
                        .map(c -> new TagRule.Compare("category", Comparison.EQUAL, new Value.Text(c))),
                comparison,
                whole(number));
    }

    private static Window last(int days) {
        return new Window.Last(new Value.Ago(days, Value.Unit.DAYS));
    }

    private static Value whole(int number) {
        return new Value.Number(BigDecimal.valueOf(number));
    }
}
