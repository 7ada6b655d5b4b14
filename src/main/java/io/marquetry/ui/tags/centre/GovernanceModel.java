package io.marquetry.ui.tags.centre;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.effect.watch.TagSize;
import io.marquetry.effect.watch.TagWatch;
import io.marquetry.effect.watch.WatchedTag;
import io.marquetry.govern.Care;
import io.marquetry.govern.Consequences;
import io.marquetry.govern.Finding;
import io.marquetry.govern.GovernedTags;
import io.marquetry.govern.Inspection;
import io.marquetry.govern.LifeState;
import io.marquetry.govern.RewritePlan;
import io.marquetry.govern.TagCentre;
import io.marquetry.govern.TagVersion;
import io.marquetry.govern.WhereUsed;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.Changes;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.SamePeople;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** How the tags are kept: findings, the board that filters by them, and their remedies. */
public final class GovernanceModel {

    private final TagCentre centre;
    private final Consequences consequences;
    private final TagWatch watch;
    private final AudienceIndexes indexes;
    private final Background background;
    private final LatestOnly looking;
    private final LatestOnly reading;
    private final ReadOnlyObjectWrapper<Governed> governed =
            new ReadOnlyObjectWrapper<>(Governed.NOTHING);
    private final ObjectProperty<Optional<Finding.Kind>> tile =
            new SimpleObjectProperty<>(Optional.empty());

    /** Makes the model of one workspace. */
    public GovernanceModel(
            TagCentre centre,
            Consequences consequences,
            TagWatch watch,
            AudienceIndexes indexes,
            Background background) {
        this.centre = centre;
        this.consequences = consequences;
        this.watch = watch;
        this.indexes = indexes;
        this.background = background;
        this.looking = new LatestOnly(background);
        this.reading = new LatestOnly(background);
    }

    /** Returns what was found when it was looked last. */
    public ReadOnlyObjectProperty<Governed> governed() {
        return governed.getReadOnlyProperty();
    }

    /** Returns the finding that the list is narrowed to; empty: all tags. */
    public ObjectProperty<Optional<Finding.Kind>> tile() {
        return tile;
    }

    /** Returns whether the chosen tile lets a tag through. */
    public boolean isShown(Tag tag) {
        return tile.get().isEmpty()
                || governed.get().findings(tag.key()).stream()
                        .anyMatch(finding -> tile.get().equals(Optional.of(finding.kind())));
    }

    /** Looks over all tags; sizes and sameness as the source has them. */
    public void look(Optional<SourceName> source, Consumer<Problem> failed) {
        looking.ask(
                signal -> {
                    Inspection inspection = centre.inspection();
                    TagCatalog catalog = inspection.tags().catalog();
                    Optional<MembershipIndex> people = Optional.empty();
                    try {
                        people =
                                source.map(
                                        name -> indexes.index(name, catalog, done -> {}, signal));
                    } catch (ProblemException unreadable) {
                        // The list says so beside the sizes; the other findings stand without.
                    }
                    List<WatchedTag> watched = source.map(watch::watched).orElse(List.of());
                    return new Governed(
                            inspection.tags(),
                            inspection.uses(),
                            inspection.findings(people, watched, SamePeople.USUAL_SHARE, signal),
                            watched);
                },
                governed::set,
                failed);
    }

    /** Reads what a tag said before. */
    void versions(TagKey key, Consumer<List<TagVersion>> read, Consumer<Problem> failed) {
        reading.ask(signal -> centre.versions(key), read, failed);
    }

    /** Works out what a merge would change, and for whom. */
    void planMerge(TagKey from, TagKey to, Consumer<Planned> planned, Consumer<Problem> failed) {
        background.run(
                signal -> {
                    RewritePlan plan = centre.planMerge(from, to);
                    return new Planned(
                            plan, consequences.of(plan, centre.tags().catalog(), signal));
                },
                planned,
                failed);
    }

    /** Makes what was planned and tells its number. */
    void make(RewritePlan plan, IntConsumer made, Consumer<Problem> failed) {
        background.run(signal -> centre.make(plan), made::accept, failed);
    }

    /** Takes a rename or a merge back. */
    void undo(int number, Runnable done, Consumer<Problem> failed) {
        background.act(() -> centre.undo(number), done, failed);
    }

    /** Changes how tags are kept. */
    void keep(
            Collection<TagKey> keys,
            UnaryOperator<Care> change,
            Runnable done,
            Consumer<Problem> failed) {
        background.act(() -> centre.keep(keys, change), done, failed);
    }

    /** Takes a tag one step further in its life. */
    void move(
            TagKey key,
            LifeState to,
            Optional<String> reason,
            Runnable done,
            Consumer<Problem> failed) {
        background.act(() -> centre.move(key, to, Optional.empty(), reason), done, failed);
    }

    /**
     * What a merge would change.
     *
     * @param people whom each package would gain and lose; empty where that cannot be counted
     */
    record Planned(RewritePlan plan, Map<PackageKey, Optional<Changes.Change>> people) {}

    /** Tags, their uses and what is to be mended, at one moment. */
    public static final class Governed {

        static final Governed NOTHING =
                new Governed(
                        new GovernedTags(new TreeMap<>(), Map.of()),
                        Map.of(),
                        List.of(),
                        List.of());

        private final GovernedTags tags;
        private final Map<TagKey, WhereUsed> uses;
        private final Map<TagKey, List<Finding>> findings;
        private final Map<TagKey, List<TagSize>> sizes = new HashMap<>();
        private final Map<Finding.Kind, Long> counts = new EnumMap<>(Finding.Kind.class);

        Governed(
                GovernedTags tags,
                Map<TagKey, WhereUsed> uses,
                List<Finding> findings,
                List<WatchedTag> watched) {
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
    }
}
