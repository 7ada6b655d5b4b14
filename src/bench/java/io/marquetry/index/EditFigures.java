package io.marquetry.index;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.index.question.WhatIfs;
import io.marquetry.index.sets.ProfileSet;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a series of edits costs, one after the other as somebody makes them: a tag is added, taken
 * out, negated, moved or joined by another one. Each answer is made twice, by an index that knows
 * the answers before and by one that knows none, in turn; all counts are compared.
 */
public final class EditFigures {

    private static final int MOST_ROWS = 6;
    private static final int WARM = 150;

    private final MembershipIndex index;
    private final Map<TagKey, ProfileSet> sets;
    private final List<TagKey> frequent;
    private final SplittableRandom random = new SplittableRandom(11);

    /** Measures an index. */
    public EditFigures(MembershipIndex index) {
        this.index = index;
        this.sets = index.tags().stream().collect(Collectors.toMap(Function.identity(), index::set));
        this.frequent =
                index.tags().stream()
                        .sorted(Comparator.comparingLong(index::size).reversed())
                        .limit(index.tags().size() / 2)
                        .toList();
    }

    /** Prints the times of a whole answer. */
    public void run(int edits) {
        long[] size = new long[edits];
        long[] alone = new long[edits];
        long[] following = new long[edits];
        AllOf audience = new AllOf(List.of(some()));
        for (int edit = -WARM; edit < edits; edit++) {
            AllOf next = edited(audience);
            while (next.members().isEmpty() || index.count(next) == 0) {
                next = edited(audience);
            }
            audience = next;
            int to = Math.max(0, edit);
            MembershipIndex other =
                    new MembershipIndex(
                            index.content(),
                            sets,
                            Map.of(),
                            true,
                            rule -> {
                                throw new IllegalStateException("no conditions here");
                            });
            boolean turn = (edit & 1) == 0;
            long begin = System.nanoTime();
            WhatIfs one = WhatIfs.of(turn ? index : other, audience, List.of());
            long middle = System.nanoTime();
            WhatIfs two = WhatIfs.of(turn ? other : index, audience, List.of());
            long end = System.nanoTime();
            if (!one.added().equals(two.added())) {
                throw new AssertionError("other counts of " + audience);
            }
            size[to] = one.now();
            following[to] = turn ? middle - begin : end - middle;
            alone[to] = turn ? end - middle : middle - begin;
        }
        System.out.printf(
                "%n%,d edits of audiences of %.2f %% (median; a tenth has more than %.1f %%)%n%n"
                        + "| whole answer | median | 90 %% | 99 %% |%n|---|---|---|---|%n%s%s",
                edits,
                100.0 * ShareFigures.sorted(size, 0.5) / index.profiles(),
                100.0 * ShareFigures.sorted(size, 0.9) / index.profiles(),
                line("by itself", alone),
                line("after those before", following));
    }

    private static String line(String name, long[] times) {
        return String.format(
                "| %s | %.2f | %.2f | %.2f |%n",
                name,
                ShareFigures.quantile(times, 0.5),
                ShareFigures.quantile(times, 0.9),
                ShareFigures.quantile(times, 0.99));
    }

    private AllOf edited(AllOf from) {
        List<AudienceExpression> rows = new ArrayList<>(from.members());
        int at = rows.isEmpty() ? 0 : random.nextInt(rows.size());
        int kind = rows.isEmpty() ? 0 : rows.size() >= MOST_ROWS ? 4 : random.nextInt(10);
        switch (kind) {
            case 0, 1, 2, 3 -> rows.add(random.nextInt(4) == 0 ? new Except(List.of(some())) : some());
            case 4, 5, 6 -> rows.remove(at);
            case 7 ->
                    rows.set(
                            at,
                            rows.get(at) instanceof Except except
                                    ? new AnyOf(except.members())
                                    : new Except(List.of(rows.get(at))));
            case 8 -> rows.add(rows.remove(at));
            default -> rows.set(at, joined(rows.get(at)));
        }
        return new AllOf(rows);
    }

    private AudienceExpression joined(AudienceExpression row) {
        List<AudienceExpression> members = new ArrayList<>();
        if (!(row instanceof Group group)) {
            members.add(row);
            members.add(some());
            return new AnyOf(members);
        }
        members.addAll(group.members());
        members.add(some());
        return group.withMembers(members);
    }

    private TagRef some() {
        return new TagRef(frequent.get(random.nextInt(frequent.size())));
    }
}
