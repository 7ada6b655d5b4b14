package io.marquetry.index.question;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.Expressions;
import io.marquetry.audience.Snapshot;
import io.marquetry.audience.SourceName;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.order.Content;
import io.marquetry.index.sets.ProfileSet;
import io.marquetry.index.sets.Sets;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Random tags over random profiles, and a plain evaluator that looks at one profile at a time. */
public final class RandomCarriers {

    static final Snapshot SNAPSHOT =
            new Snapshot(new SourceName("random"), "f", Instant.EPOCH, LocalDate.of(2018, 1, 1));

    private static final List<GroupKind> KINDS = List.of(GroupKind.values());
    private static final int TAGS = 9;

    private final SplittableRandom random;
    private final int profiles;
    private final Map<TagKey, BitSet> carriers = new HashMap<>();
    private final MembershipIndex index;

    /** Makes nine tags: nobody, everybody, and some of all frequencies in between. */
    public RandomCarriers(SplittableRandom random, int profiles) {
        this.random = random;
        this.profiles = profiles;
        Map<TagKey, ProfileSet> sets = new HashMap<>();
        Content content = new Content(SNAPSHOT, profiles, Sets.anyOrder(random, profiles));
        for (int t = 0; t < TAGS; t++) {
            BitSet bits = new BitSet(profiles);
            double frequency = t == 0 ? 0 : t == 1 ? 1 : Math.pow(random.nextDouble(), 3);
            for (int p = 0; p < profiles; p++) {
                if (random.nextDouble() < frequency) {
                    bits.set(p);
                }
            }
            carriers.put(tag(t), bits);
            sets.put(tag(t), Sets.of(bits, content));
        }
        index = new MembershipIndex(content, sets, Map.of(), true, this::satisfying);
    }

    public MembershipIndex index() {
        return index;
    }

    public int profiles() {
        return profiles;
    }

    public AllOf audience(int depth) {
        return (AllOf) group(GroupKind.ALL_OF, depth);
    }

    public long count(AudienceExpression audience) {
        return Expressions.stated(audience)
                .map(a -> IntStream.range(0, profiles).filter(p -> stated(a, p)).count())
                .orElse((long) profiles);
    }

    public boolean holds(AudienceExpression audience, int profile) {
        return Expressions.stated(audience).map(stated -> stated(stated, profile)).orElse(true);
    }

    boolean carries(TagKey tag, int profile) {
        return carriers.get(tag).get(profile);
    }

    public static List<List<Integer>> groups(Group at) {
        return groups(at, List.of());
    }

    private static List<List<Integer>> groups(Group at, List<Integer> path) {
        List<List<Integer>> found = new ArrayList<>(List.of(path));
        for (int i = 0; i < at.members().size(); i++) {
            if (at.members().get(i) instanceof Group inner) {
                List<Integer> deeper = new ArrayList<>(path);
                deeper.add(i);
                found.addAll(groups(inner, deeper));
            }
        }
        return found;
    }

    private AudienceExpression group(GroupKind kind, int depth) {
        List<AudienceExpression> members = new ArrayList<>();
        for (int n = random.nextInt(0, 4); n > 0; n--) {
            members.add(
                    depth > 0 && random.nextInt(3) == 0
                            ? group(KINDS.get(random.nextInt(3)), depth - 1)
                            : leaf(tag(random.nextInt(TAGS))));
        }
        return kind.group(members);
    }

    /** A condition stands for the people of a tag: that they have no value of its name. */
    private AudienceExpression leaf(TagKey tag) {
        return random.nextInt(3) == 0
                ? new Condition(new TagRule.Missing(tag.value()))
                : new TagRef(tag);
    }

    private ProfileSet satisfying(TagRule.OnField rule) {
        return index().set(new TagKey(rule.field()));
    }

    private static TagKey tag(int number) {
        return new TagKey("user_random_t" + number);
    }

    private boolean stated(AudienceExpression expression, int profile) {
        return switch (expression) {
            case TagRef ref -> carries(ref.tag(), profile);
            case Condition condition -> carries(new TagKey(condition.rule().field()), profile);
            case AllOf all -> all.members().stream().allMatch(m -> stated(m, profile));
            case AnyOf any -> any.members().stream().anyMatch(m -> stated(m, profile));
            case Except except -> except.members().stream().noneMatch(m -> stated(m, profile));
        };
    }
}
