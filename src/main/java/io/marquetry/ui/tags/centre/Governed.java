package io.marquetry.ui.tags.centre;

import io.marquetry.effect.watch.TagSize;
import io.marquetry.effect.watch.WatchedTag;
import io.marquetry.govern.Care;
import io.marquetry.govern.Finding;
import io.marquetry.govern.GovernedTags;
import io.marquetry.govern.TagCares;
import io.marquetry.govern.WhereUsed;
import io.marquetry.tag.TagKey;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tags, their uses and what is to be mended, at one moment. */
public final class Governed {

    static final Governed NOTHING =
            new Governed(
                    new GovernedTags(new TreeMap<>(), Map.of()),
                    Map.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    LocalDate.EPOCH);

    private final GovernedTags tags;
    private final Map<TagKey, WhereUsed> uses;
    private final Map<TagKey, List<Finding>> findings;
    private final Optional<TagCares.Rewritten> last;
    private final LocalDate today;
    private final Map<TagKey, Heat> heat = new HashMap<>();
    private final Map<TagKey, List<TagSize>> sizes = new HashMap<>();
    private final Map<Finding.Kind, Long> counts = new EnumMap<>(Finding.Kind.class);

    Governed(
            GovernedTags tags,
            Map<TagKey, WhereUsed> uses,
            List<Finding> findings,
            List<WatchedTag> watched,
            Optional<TagCares.Rewritten> last,
            LocalDate today) {
        this.last = last;
        this.today = today;
        uses.forEach((key, used) -> heat.put(key, Heat.of(used, today)));
        this.tags = tags;
        this.uses = Map.copyOf(uses);
        this.findings = findings.stream().collect(Collectors.groupingBy(Finding::tag));
        watched.forEach(one -> sizes.put(tags.now(one.tag()), one.sizes()));
        for (List<Finding> of : this.findings.values()) {
            of.stream()
                    .map(Finding::kind)
                    .distinct()
                    .forEach(kind -> counts.merge(kind, 1L, Long::sum));
        }
    }

    /** Returns the last change that can be taken back. */
    Optional<TagCares.Rewritten> last() {
        return last;
    }

    /** Returns all tags with how they are kept. */
    public GovernedTags tags() {
        return tags;
    }

    /** Returns how a tag is kept. */
    public Care care(TagKey key) {
        return tags.find(key).map(tag -> tag.care()).orElse(Care.NONE);
    }

    /** Returns where a tag is used. */
    public WhereUsed uses(TagKey key) {
        return uses.getOrDefault(key, WhereUsed.NOWHERE);
    }

    /** Returns where all tags are used. */
    Map<TagKey, WhereUsed> allUses() {
        return uses;
    }

    /** Returns how often a tag was used of late. */
    public Heat heat(TagKey key) {
        return heat.getOrDefault(key, Heat.NONE);
    }

    /** Returns the day that all this was looked over. */
    public LocalDate today() {
        return today;
    }

    /** Returns what is to be mended of a tag. */
    public List<Finding> findings(TagKey key) {
        return findings.getOrDefault(key, List.of());
    }

    /** Returns the sizes that a tag had on the source, in the order of days. */
    public List<TagSize> sizes(TagKey key) {
        return sizes.getOrDefault(key, List.of());
    }

    /** Returns how many tags a finding is told of. */
    public long count(Finding.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /**
     * How often a tag was used in the last days.
     *
     * @param week in 7 days
     * @param month in 30
     * @param quarter in 90
     */
    public record Heat(long week, long month, long quarter) {

        static final Heat NONE = new Heat(0, 0, 0);

        static Heat of(WhereUsed used, LocalDate today) {
            return new Heat(used.uses(today, 7), used.uses(today, 30), used.uses(today, 90));
        }
    }
}
