package io.marquetry.index.question;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.Expressions;
import io.marquetry.audience.Snapshot;
import io.marquetry.index.MembershipIndex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Why one profile is in an audience or not; exact for the snapshot.
 *
 * @param in whether it is in
 * @param rows every tag and condition of the audience, in the order of the rows
 * @param smallest the fewest rows that would have to answer otherwise to turn {@code in} around;
 *     empty where the audience states nothing, which nothing turns around
 * @param alone the rows each of which turns it around when it is taken out of the audience
 */
public record Explanation(
        Snapshot snapshot, boolean in, List<Row> rows, List<Row> smallest, List<Row> alone) {

    /** Copies the lists. */
    public Explanation {
        rows = List.copyOf(rows);
        smallest = List.copyOf(smallest);
        alone = List.copyOf(alone);
    }

    /**
     * Explains a profile.
     *
     * @param ordinal of the profile, 0 to the number of profiles
     * @throws io.marquetry.base.ProblemException if the audience names a tag that is not indexed
     */
    public static Explanation of(MembershipIndex index, AllOf root, long ordinal) {
        index.require(root);
        long place = index.content().order().place(ordinal);
        return of(index.snapshot(), root, leaf -> index.set(leaf).contains(place));
    }

    /**
     * Explains a profile of whom is known what it carries.
     *
     * @param carries tells whether it carries a tag of the audience, or satisfies a condition
     */
    public static Explanation of(Snapshot snapshot, AllOf root, Predicate<Leaf> carries) {
        Person person = new Person(carries);
        List<Row> rows = person.rows(root, List.of());
        boolean in = person.isIn(root);
        List<Row> smallest =
                Expressions.stated(root).isEmpty() ? List.of() : person.turning(root, List.of());
        List<Row> alone =
                rows.stream()
                        .filter(row -> person.isIn(Rows.without(root, row.path())) != in)
                        .toList();
        return new Explanation(snapshot, in, rows, smallest, alone);
    }

    /**
     * One tag or condition of the audience.
     *
     * @param path its place: indices from the outermost group downward
     * @param carried whether the profile carries the tag, or satisfies the condition
     */
    public record Row(List<Integer> path, Leaf leaf, boolean carried) {
        /** Copies the path. */
        public Row {
            path = List.copyOf(path);
        }
    }

    /** One profile's answers. */
    private record Person(Predicate<Leaf> carries) {

        boolean isIn(AudienceExpression expression) {
            return Expressions.stated(expression).map(this::holds).orElse(true);
        }

        List<Row> rows(Group group, List<Integer> path) {
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < group.members().size(); i++) {
                List<Integer> at = child(path, i);
                switch (group.members().get(i)) {
                    case Leaf leaf -> rows.add(row(leaf, at));
                    case Group inner -> rows.addAll(rows(inner, at));
                }
            }
            return rows;
        }

        /** Returns the fewest rows that turn the answer around; something has to be stated. */
        List<Row> turning(AudienceExpression expression, List<Integer> path) {
            return switch (expression) {
                case Leaf leaf -> List.of(row(leaf, path));
                case AllOf all -> turning(all, path, false);
                case AnyOf any -> turning(any, path, true);
                // Who is in no member: to come in all have to go, to go out one has to come.
                case Except except -> turning(except, path, true);
            };
        }

        /**
         * Turns a group around: where one member decides, the cheapest of them; else all that hold
         * it.
         *
         * @param one the answer of a member that settles the group's
         */
        private List<Row> turning(Group group, List<Integer> path, boolean one) {
            List<Integer> stated =
                    IntStream.range(0, group.members().size())
                            .filter(i -> Expressions.stated(group.members().get(i)).isPresent())
                            .boxed()
                            .toList();
            List<Integer> settling =
                    stated.stream().filter(i -> isIn(group.members().get(i)) == one).toList();
            if (settling.isEmpty()) {
                Optional<List<Row>> cheapest =
                        stated.stream()
                                .map(i -> turning(group.members().get(i), child(path, i)))
                                .min(Comparator.comparingInt(List::size));
                return cheapest.orElseThrow();
            }
            return settling.stream()
                    .flatMap(i -> turning(group.members().get(i), child(path, i)).stream())
                    .toList();
        }

        private boolean holds(AudienceExpression stated) {
            return switch (stated) {
                case Leaf leaf -> carries.test(leaf);
                case AllOf all -> all.members().stream().allMatch(this::holds);
                case AnyOf any -> any.members().stream().anyMatch(this::holds);
                case Except except -> except.members().stream().noneMatch(this::holds);
            };
        }

        private Row row(Leaf leaf, List<Integer> path) {
            return new Row(path, leaf, carries.test(leaf));
        }

        private static List<Integer> child(List<Integer> path, int index) {
            List<Integer> longer = new ArrayList<>(path);
            longer.add(index);
            return longer;
        }
    }
}
