package io.marquetry.bench;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.AudienceExpression;
import io.marquetry.base.LocalizedText;
import io.marquetry.bench.RatioTags.Both;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.tag.Category;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tags of generated profiles, each with how somebody says it by hand. */
final class RatioTags {

    private static final int TAGS = 50;

    /** A tag, and how somebody says it by hand: of a profile's columns and of its events' sums. */
    record Both(Tag tag, String byHand) {}

    private final EventStream purchases;
    private final HandStatements byHand;
    private int made;

    RatioTags(ProfileModel model, HandStatements byHand) {
        this.purchases = model.streams().getFirst();
        this.byHand = byHand;
    }

    /** Returns 50 tags with numbers in them that go with the round; half are about purchases. */
    List<Both> of(int round) {
        List<Both> tags = new ArrayList<>();
        tags.add(number("age", Comparison.AT_LEAST, ">=", 25 + round));
        tags.add(text("level", "gold"));
        tags.add(spent(150 + round));
        tags.add(bought(1 + round % 2));
        tags.add(number("visits_90d", Comparison.LESS, "<", 1 + round % 3));
        String[] cities = {"Shanghai", "Beijing", "Shenzhen", "Chengdu", "Hangzhou"};
        while (tags.size() < TAGS) {
            int next = tags.size();
            tags.add(
                    switch (next % 6) {
                        case 0 -> number("points", Comparison.AT_LEAST, ">=", 37 * next + round);
                        case 1 -> spent(100 + 20 * next + round);
                        case 2 -> text("city", cities[next / 6 % cities.length]);
                        case 3 -> bought(2 + next / 6);
                        case 4 -> number("age", Comparison.AT_MOST, "<=", 18 + next + round);
                        default -> spentOn(50 + next + round);
                    });
        }
        return tags;
    }

    /** (first) and (second or third) and (fourth) and not (fifth). */
    static AllOf audience(List<Both> tags) {
        List<AudienceExpression> rows = new ArrayList<>();
        rows.add(ref(tags, 0));
        rows.add(new AnyOf(List.of(ref(tags, 1), ref(tags, 2))));
        rows.add(ref(tags, 3));
        rows.add(new Except(List.of(ref(tags, 4))));
        return new AllOf(rows);
    }

    private static TagRef ref(List<Both> tags, int at) {
        return new TagRef(tags.get(at).tag().key());
    }

    static TagCatalog catalog(List<Both> tags) {
        return new TagCatalog(tags.stream().map(Both::tag).toList());
    }

    private Both number(String field, Comparison comparison, String sign, long than) {
        return both(
                new TagRule.Compare(field, comparison, whole(than)),
                byHand.attribute(field) + ' ' + sign + ' ' + than);
    }

    private Both text(String field, String word) {
        return both(
                new TagRule.Compare(field, Comparison.EQUAL, new Value.Text(word)),
                byHand.attribute(field) + " = '" + word + "'");
    }

    private Both spent(long least) {
        return both(
                events(TagRule.Aggregate.SUM, Optional.of("amount"), new Window.Always(), Optional.empty(), least),
                "spent >= " + least);
    }

    private Both spentOn(long least) {
        return both(
                events(
                        TagRule.Aggregate.SUM,
                        Optional.of("amount"),
                        new Window.Always(),
                        Optional.of(new TagRule.Compare("category", Comparison.EQUAL, new Value.Text("shoes"))),
                        least),
                "shoes >= " + least);
    }

    private Both bought(long least) {
        return both(
                events(
                        TagRule.Aggregate.COUNT,
                        Optional.empty(),
                        new Window.Last(new Value.Ago(90, Value.Unit.DAYS)),
                        Optional.empty(),
                        least),
                "bought >= " + least);
    }

    private TagRule events(
            TagRule.Aggregate aggregate,
            Optional<String> measure,
            Window window,
            Optional<TagRule> where,
            long least) {
        return new TagRule.Events(
                purchases.name(), aggregate, measure, window, where, Comparison.AT_LEAST, whole(least));
    }

    private Both both(TagRule rule, String said) {
        LocalizedText word = LocalizedText.of("t", "t");
        return new Both(
                new Tag(
                        new TagKey("bench_tag_t" + made++),
                        Category.AUDIENCE,
                        word,
                        word,
                        Optional.empty(),
                        Optional.of(rule),
                        Optional.empty()),
                said);
    }

    private static Value.Number whole(long number) {
        return new Value.Number(BigDecimal.valueOf(number));
    }
}
