package io.marquetry.ui.review.ask;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.effect.watch.TagWatch;
import io.marquetry.effect.watch.WatchedTag;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.Sources;
import io.marquetry.tag.TagGovernance;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tags of a source, and whether they still mark whom they marked. Use it on the FX thread. */
public final class ReviewTagsModel {

    private final TagWatch watch;
    private final TagGovernance tags;
    private final Sources listed;
    private final LatestOnly listing;
    private final LatestOnly asking;
    private final ObservableList<SourceName> sources = FXCollections.observableArrayList();
    private final Map<SourceName, ProfileSource> known = new HashMap<>();
    private final ReadOnlyObjectWrapper<Optional<SourceName>> source =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<WatchedTag>> watched =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    ReviewTagsModel(TagWatch watch, TagGovernance tags, Sources sources, Background background) {
        this.watch = watch;
        this.tags = tags;
        this.listed = sources;
        this.listing = new LatestOnly(background);
        this.asking = new LatestOnly(background);
    }

    public ObservableList<SourceName> sources() {
        return sources;
    }

    /** Returns the source whose tags are watched; empty: there is none. */
    public ReadOnlyObjectProperty<Optional<SourceName>> source() {
        return source.getReadOnlyProperty();
    }

    /** Returns the tags that were counted on the source at least once. */
    public ReadOnlyObjectProperty<List<WatchedTag>> watched() {
        return watched.getReadOnlyProperty();
    }

    /** Returns whether tags are being counted. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Returns why nothing could be told. */
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Reads the list of sources afresh, then what is known of the chosen one's tags. */
    void load() {
        listing.ask(
                signal -> listed.list(),
                all -> {
                    known.clear();
                    all.forEach(one -> known.put(one.name(), one));
                    List<SourceName> found = all.stream().map(ProfileSource::name).toList();
                    sources.setAll(found);
                    show(source.get().filter(found::contains).or(() -> first(found)));
                },
                this::failed);
    }

    /** Returns what people call a source. */
    public String title(SourceName name) {
        return source(name).map(ProfileSource::title).orElseGet(name::value);
    }

    /** Returns a source by its name. */
    public Optional<ProfileSource> source(SourceName name) {
        return Optional.ofNullable(known.get(name));
    }

    /** Watches the tags of another source. */
    public void choose(SourceName other) {
        if (!source.get().equals(Optional.of(other))) {
            show(Optional.of(other));
        }
    }

    /** Counts all tags on the source as it is now. */
    public void count() {
        SourceName now = source.get().orElse(null);
        if (now == null || busy.get()) {
            return;
        }
        busy.set(true);
        problem.set(Optional.empty());
        asking.ask(
                signal -> {
                    watch.count(now, tags.catalog(), progress -> {}, signal);
                    return watch.watched(now);
                },
                this::show,
                this::failed);
    }

    private void show(Optional<SourceName> chosen) {
        source.set(chosen);
        problem.set(Optional.empty());
        busy.set(false);
        chosen.ifPresentOrElse(
                now -> asking.ask(signal -> watch.watched(now), this::show, this::failed),
                () -> watched.set(List.of()));
    }

    private void show(List<WatchedTag> found) {
        busy.set(false);
        watched.set(found);
    }

    private void failed(Problem why) {
        busy.set(false);
        problem.set(Optional.of(why));
    }

    private static Optional<SourceName> first(List<SourceName> found) {
        return found.stream().findFirst();
    }
}
