package io.marquetry.source.engine.duckdb;

import io.marquetry.base.CancelSignal;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.engine.jdbc.MembershipPass;
import io.marquetry.source.engine.jdbc.OpenSource;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * Asks for many rules at once: takes them apart, asks for each part once, and joins the answers.
 */
final class DuckMembershipPass implements MembershipPass {

    private final ProfileSource source;
    private final OpenSource database;
    private final LocalDate today;
    private final DuckEffort effort;

    DuckMembershipPass(
            ProfileSource source, OpenSource database, LocalDate today, DuckEffort effort) {
        this.source = source;
        this.database = database;
        this.today = today;
        this.effort = effort;
    }

    @Override
    public List<long[]> memberships(
            List<TagRule> rules, TagCatalog tags, LongConsumer read, CancelSignal signal) {
        RuleParts apart = new RuleParts(tags);
        List<TagRule> distinct = rules.stream().distinct().toList();
        Set<TagRule> all = new HashSet<>();
        long most = effort.answerBytes() / Math.max(1, source.profiles() / Byte.SIZE);
        distinct.forEach(rule -> all.addAll(apart.of(rule, most)));
        AtomicLong answers = new AtomicLong();
        LongConsumer answered = more -> read.accept(answers.addAndGet(more) / all.size());
        Map<TagRule, long[]> found = new HashMap<>();
        int done = 0;
        while (done < distinct.size()) {
            int first = done;
            Set<TagRule> parts = new LinkedHashSet<>();
            while (done < distinct.size()) {
                Set<TagRule> more = new LinkedHashSet<>(parts);
                more.addAll(apart.of(distinct.get(done), most));
                if (!parts.isEmpty() && more.size() > most) {
                    break;
                }
                parts = more;
                done++;
            }
            Map<TagRule, long[]> some = ask(parts, apart, tags, answered, signal);
            for (TagRule rule : distinct.subList(first, done)) {
                found.put(rule, apart.join(rule, some, source.profiles()));
            }
        }
        return rules.stream().map(rule -> Objects.requireNonNull(found.get(rule))).toList();
    }

    private Map<TagRule, long[]> ask(
            Set<TagRule> parts,
            RuleParts apart,
            TagCatalog tags,
            LongConsumer answered,
            CancelSignal signal) {
        List<TagRule.Events> events =
                parts.stream()
                        .filter(TagRule.Events.class::isInstance)
                        .map(TagRule.Events.class::cast)
                        .toList();
        Map<TagRule, long[]> found =
                new DuckEventPass(source, database, tags, today, effort)
                        .members(events, answered, signal);
        Map<Boolean, List<TagRule>> left =
                parts.stream()
                        .filter(part -> !found.containsKey(part))
                        .collect(Collectors.partitioningBy(apart::hasEvents));
        DuckRowPass rows = new DuckRowPass(source, database, tags, today, effort);
        left.values().forEach(some -> rows.add(some, found, answered, signal));
        return found;
    }
}
