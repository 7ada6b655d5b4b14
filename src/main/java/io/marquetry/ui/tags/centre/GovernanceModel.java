package io.marquetry.ui.tags.centre;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.effect.watch.TagWatch;
import io.marquetry.effect.watch.WatchedTag;
import io.marquetry.govern.Care;
import io.marquetry.govern.Consequences;
import io.marquetry.govern.Finding;
import io.marquetry.govern.Inspection;
import io.marquetry.govern.LifeState;
import io.marquetry.govern.RewritePlan;
import io.marquetry.govern.TagCares;
import io.marquetry.govern.TagCentre;
import io.marquetry.govern.TagVersion;
import io.marquetry.govern.VersionPeople;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.Changes;
import io.marquetry.index.question.SamePeople;
import io.marquetry.overview.TagResults;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;
import io.marquetry.workspace.Workspace;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/** How the tags are kept: findings, the board that filters by them, and their remedies. */
public final class GovernanceModel {

    private final TagCentre centre;
    private final Consequences consequences;
    private final TagWatch watch;
    private final AudienceIndexes indexes;
    private final TagResults results;
    private final SavedViews saved;
    private final VersionPeople people;
    private final Background background;
    private final LatestOnly looking;
    private final LatestOnly reading;
    private final LatestOnly asking;
    private final ReadOnlyObjectWrapper<Governed> governed =
            new ReadOnlyObjectWrapper<>(Governed.NOTHING);
    private final ReadOnlyObjectWrapper<Map<TagKey, TagResults.Result>> achieved =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<TagCares.Rewritten>> last =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<TagFilter> filter = new SimpleObjectProperty<>(TagFilter.ALL);
    private final ObjectProperty<Optional<Finding.Kind>> tile =
            new SimpleObjectProperty<>(Optional.empty());

    /** Makes the model of one workspace. */
    public GovernanceModel(Workspace workspace, Background background) {
        this.centre = workspace.centre();
        this.consequences = workspace.consequences();
        this.watch = workspace.tagWatch();
        this.indexes = workspace.audiences().indexes();
        this.results = workspace.tagResults();
        this.saved = new SavedViews(workspace.settings());
        this.people = new VersionPeople(indexes);
        this.background = background;
        this.looking = new LatestOnly(background);
        this.reading = new LatestOnly(background);
        this.asking = new LatestOnly(background);
    }

    /** Returns what was found when it was looked last. */
    public ReadOnlyObjectProperty<Governed> governed() {
        return governed.getReadOnlyProperty();
    }

    /** Returns the finding that the list is narrowed to; empty: all tags. */
    public ObjectProperty<Optional<Finding.Kind>> tile() {
        return tile;
    }

    /** Returns what became of those whom packages with each tag went to; comes after the rest. */
    public ReadOnlyObjectProperty<Map<TagKey, TagResults.Result>> achieved() {
        return achieved.getReadOnlyProperty();
    }

    /** Returns what the list is narrowed to besides. */
    public ObjectProperty<TagFilter> filter() {
        return filter;
    }

    /** Returns the last change that can be taken back. */
    public ReadOnlyObjectProperty<Optional<TagCares.Rewritten>> last() {
        return last.getReadOnlyProperty();
    }

    /** Returns the centre whose tags these are. */
    public TagCentre centre() {
        return centre;
    }

    /** Returns whether the chosen tile and the filter let a tag through. */
    public boolean isShown(Tag tag) {
        TagFilter lets = filter.get();
        return (lets.takesAll() || lets.takes(governed.get().care(tag.key()))) && isOnTile(tag);
    }

    private boolean isOnTile(Tag tag) {
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
                            watched,
                            centre.lastRewrite(),
                            centre.today());
                },
                now -> {
                    last.set(now.last());
                    governed.set(now);
                    // What outcomes tell takes longer, and nothing waits for it.
                    asking.ask(signal -> results.of(now.allUses(), signal), achieved::set, failed);
                },
                failed);
    }

    /** Reads what a tag said before, and whom each version gained and lost on the source. */
    void versions(
            TagKey key,
            Optional<SourceName> source,
            Consumer<Versions> read,
            Consumer<Problem> failed) {
        reading.ask(
                signal -> {
                    List<TagVersion> all = centre.versions(key);
                    return new Versions(
                            all,
                            source.map(
                                            name ->
                                                    people.of(
                                                            name,
                                                            key,
                                                            all,
                                                            centre.tags().catalog(),
                                                            signal))
                                    .orElse(Map.of()));
                },
                read,
                failed);
    }

    /**
     * What a tag said before.
     *
     * @param people gained and lost, by the place of the version
     */
    record Versions(List<TagVersion> all, Map<Integer, Changes.Change> people) {}

    /** Works out what another key would change. */
    void planRename(TagKey from, String to, Consumer<Planned> planned, Consumer<Problem> failed) {
        background.run(
                signal -> {
                    RewritePlan plan = centre.planRename(from, TagKey.parse(to));
                    return new Planned(
                            plan, consequences.of(plan, centre.tags().catalog(), signal));
                },
                planned,
                failed);
    }

    /** Changes how several tags are kept, in one step. */
    void edit(
            List<TagKey> keys,
            KeepSheet.Wish wish,
            Texts texts,
            IntConsumer done,
            Consumer<Problem> failed) {
        background.run(
                signal ->
                        centre.edit(
                                keys,
                                care -> wish.care(care, texts),
                                wish.state(),
                                wish.successor(),
                                wish.reason()),
                done::accept,
                failed);
    }

    /** Reads the views that were saved. */
    void views(Consumer<SortedMap<String, TagFilter>> read, Consumer<Problem> failed) {
        background.run(signal -> saved.all(), read, failed);
    }

    /** Saves a view. */
    void saveView(
            String name,
            TagFilter view,
            Consumer<SortedMap<String, TagFilter>> read,
            Consumer<Problem> failed) {
        background.run(
                signal -> {
                    saved.save(name, view);
                    return saved.all();
                },
                read,
                failed);
    }

    /** Forgets a view. */
    void forgetView(
            String name, Consumer<SortedMap<String, TagFilter>> read, Consumer<Problem> failed) {
        background.run(
                signal -> {
                    saved.remove(name);
                    return saved.all();
                },
                read,
                failed);
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

    /** Takes a change back. */
    public void undo(int number, Runnable done, Consumer<Problem> failed) {
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
            Optional<TagKey> successor,
            Optional<String> reason,
            Runnable done,
            Consumer<Problem> failed) {
        background.act(() -> centre.move(key, to, successor, reason), done, failed);
    }

    /**
     * What a merge would change.
     *
     * @param people whom each package would gain and lose; empty where that cannot be counted
     */
    record Planned(RewritePlan plan, Map<PackageKey, Optional<Changes.Change>> people) {}
}
