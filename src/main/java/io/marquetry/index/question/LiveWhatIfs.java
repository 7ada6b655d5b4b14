package io.marquetry.index.question;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReader;
import io.marquetry.audience.AudienceSize;
import io.marquetry.audience.Expressions;
import io.marquetry.audience.Snapshot;
import io.marquetry.base.CancelSignal;
import io.marquetry.index.question.WhatIfs.Cost;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * The same questions as an index answers, asked of the source itself: the audience, its rows and
 * some tags by one query, so that all of it is of one state of the source. Blocks; a query takes as
 * long as the source wants.
 *
 * @param reader asks the source
 * @param catalog what tags mean
 * @param tags those that the source has an answer for
 */
public record LiveWhatIfs(AudienceReader reader, TagCatalog catalog, SortedSet<TagKey> tags) {

    /** One query holds what so many tags would make of an audience; databases limit its columns. */
    public static final int MOST = 200;

    /**
     * Counts an audience, its rows and some tags.
     *
     * @param path where the group in focus is: indices from the outermost group downward
     * @param first the tags; those that are no tags of the source are left out
     * @throws io.marquetry.base.ProblemException if the source does not answer
     */
    public WhatIfs count(
            AllOf root, List<Integer> path, Collection<TagKey> first, CancelSignal signal) {
        List<TagKey> wanted = first.stream().filter(tags::contains).distinct().limit(MOST).toList();
        Set<TagKey> all = new LinkedHashSet<>(wanted);
        tags.stream().filter(tag -> all.size() < MOST).forEach(all::add);
        return new Question(root, path, Collections.unmodifiableSet(all)).ask(wanted, signal);
    }

    /** One audience, and what is asked of it. */
    private final class Question {

        private final AllOf root;
        private final List<Integer> path;
        private final Map<AudienceExpression, Integer> asked = new LinkedHashMap<>();
        private final List<PlannedStep> steps = new ArrayList<>();
        private final List<Cost> rows;
        private final Set<TagKey> countable;

        Question(AllOf root, List<Integer> path, Set<TagKey> countable) {
            this.root = root;
            this.path = List.copyOf(path);
            this.countable = countable;
            this.rows = Cost.rows(root);
            place(root);
            Cost.without(root, rows).forEach(this::place);
            narrow(root, List.of(), new ArrayList<>());
        }

        private int place(AudienceExpression expression) {
            return asked.computeIfAbsent(expression, _ -> asked.size());
        }

        WhatIfs ask(List<TagKey> wanted, CancelSignal signal) {
            List<Integer> with = new ArrayList<>();
            List<Integer> excluding = new ArrayList<>();
            for (TagKey tag : wanted) {
                with.add(
                        place(
                                path.isEmpty()
                                        ? carrying(tag)
                                        : Rows.with(root, path, new TagRef(tag))));
                excluding.add(place(carrying(tag)));
            }
            List<AudienceSize> found =
                    reader.count(
                            new AudienceQuery(new AllOf(List.of()), catalog),
                            List.copyOf(asked.keySet()),
                            signal);
            long now = at(found, place(root));
            WhatIfs begun =
                    WhatIfs.begun(
                            new Live(this, found.getFirst(), now),
                            steps.stream()
                                    .map(
                                            step ->
                                                    new Waterfall.Step(
                                                            step.path(),
                                                            at(found, step.before()),
                                                            at(found, step.after())))
                                    .toList(),
                            Cost.counted(
                                    rows,
                                    Cost.without(root, rows).stream()
                                            .mapToLong(one -> at(found, place(one)))
                                            .toArray()),
                            path);
            return begun.with(
                    wanted,
                    with.stream().mapToLong(place -> at(found, place)).toArray(),
                    excluding.stream().mapToLong(place -> now - at(found, place)).toArray());
        }

        /** In the outermost group whoever carries a tag too is who stays if it is added. */
        private AllOf carrying(TagKey tag) {
            // The audience as one row, for that is what all of them share.
            return new AllOf(List.of(root, new TagRef(tag)));
        }

        private static long at(List<AudienceSize> found, int place) {
            return found.get(place + 1).audience();
        }

        /** Plans the steps of rows that all have to hold, after those that hold already. */
        private void narrow(Group group, List<Integer> at, List<AudienceExpression> held) {
            for (int i = 0; i < group.members().size(); i++) {
                AudienceExpression member = group.members().get(i);
                if (Expressions.stated(member).isEmpty()) {
                    continue;
                }
                List<Integer> here = new ArrayList<>(at);
                here.add(i);
                int before = place(new AllOf(held));
                int own = steps.size();
                steps.add(new PlannedStep(here, before, before));
                switch (member) {
                    case Leaf leaf -> held.add(leaf);
                    case AllOf all -> narrow(all, here, held);
                    case AnyOf any -> unite(any, here, held);
                    case Except except -> unite(except, here, held);
                }
                steps.set(own, new PlannedStep(here, before, place(new AllOf(held))));
            }
        }

        /** Plans the steps of rows of which one has to hold, or none. */
        private void unite(Group group, List<Integer> at, List<AudienceExpression> held) {
            boolean except = group instanceof Except;
            int all = place(new AllOf(held));
            int before = all;
            List<AudienceExpression> united = new ArrayList<>();
            List<PlannedStep> planned = new ArrayList<>();
            for (int i = 0; i < group.members().size(); i++) {
                if (Expressions.stated(group.members().get(i)).isEmpty()) {
                    continue;
                }
                united.add(group.members().get(i));
                List<AudienceExpression> left = new ArrayList<>(held);
                left.add(except ? new Except(united) : new AnyOf(united));
                int after = place(new AllOf(left));
                List<Integer> here = new ArrayList<>(at);
                here.add(i);
                planned.add(new PlannedStep(here, except ? before : after, after));
                before = after;
            }
            // In "any of" the drop is the group's, and stands at its last row.
            PlannedStep last = planned.removeLast();
            planned.add(except ? last : new PlannedStep(last.path(), all, last.after()));
            steps.addAll(planned);
            held.add(except ? new Except(united) : new AnyOf(united));
        }
    }

    private record PlannedStep(List<Integer> path, int before, int after) {}

    /** All of it is asked anew, for what was known before may be of another state of the source. */
    private record Live(Question question, AudienceSize everybody, long now)
            implements WhatIfs.Counter {

        @Override
        public Snapshot snapshot() {
            return everybody.snapshot();
        }

        @Override
        public long profiles() {
            return everybody.profiles();
        }

        @Override
        public Set<TagKey> tags() {
            return question.countable;
        }

        @Override
        public WhatIfs count(WhatIfs known, List<TagKey> more, CancelSignal signal) {
            List<TagKey> wanted = new ArrayList<>(known.added().keySet());
            wanted.addAll(more);
            return question.ask(wanted, signal);
        }
    }
}
