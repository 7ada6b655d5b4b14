package io.marquetry.ui.requirements;

import io.marquetry.base.Kept;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Revision;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageKeys;
import io.marquetry.requirement.Requirement;
import io.marquetry.requirement.RequirementKey;
import io.marquetry.requirement.search.SearchAnswer;
import io.marquetry.requirement.search.TagSearch;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;
import io.marquetry.workspace.Workspace;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The requirements, the one that is worked on, and the tags that it seems to mean. */
public final class RequirementsModel {

    private static final int MOST = 12;

    private final Workspace workspace;
    private final Background background;
    private final Supplier<LocalDate> today;
    private final LatestOnly reading;
    private final LatestOnly seeking;
    private final ReadOnlyObjectWrapper<Loaded> loaded =
            new ReadOnlyObjectWrapper<>(
                    new Loaded(List.of(), new TagCatalog(List.of()), Optional.empty(), List.of()));
    private final Written written = new Written();
    private Optional<RequirementKey> opening = Optional.empty();
    private final ReadOnlyObjectWrapper<Optional<Kept<Requirement>>> current =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<SearchAnswer> answer =
            new ReadOnlyObjectWrapper<>(new SearchAnswer(List.of(), List.of()));

    /** Makes the model of one workspace. */
    public RequirementsModel(
            Workspace workspace, Background background, Supplier<LocalDate> today) {
        this.workspace = workspace;
        this.background = background;
        this.today = today;
        this.reading = new LatestOnly(background);
        this.seeking = new LatestOnly(background);
    }

    /**
     * What was read.
     *
     * @param search empty until it was read
     */
    record Loaded(
            List<Kept<Requirement>> all,
            TagCatalog tags,
            Optional<TagSearch> search,
            List<ProfileSource> sources) {}

    ReadOnlyObjectProperty<Loaded> loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** Returns what is worked on; empty: a new one. */
    ReadOnlyObjectProperty<Optional<Kept<Requirement>>> current() {
        return current.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<SearchAnswer> answer() {
        return answer.getReadOnlyProperty();
    }

    /** Returns what stands in the fields; it outlives the view. */
    Written written() {
        return written;
    }

    /** Reads all afresh; what is written stays. */
    void load(Consumer<Problem> failed) {
        reading.ask(
                signal ->
                        new Loaded(
                                workspace.requirements().all(),
                                workspace.tags().catalog(),
                                Optional.of(workspace.requirements().search()),
                                workspace.sources().list()),
                now -> {
                    loaded.set(now);
                    Optional<Kept<Requirement>> opened = opening.flatMap(one -> find(now, one));
                    opening = Optional.empty();
                    if (opened.isPresent()) {
                        choose(opened);
                        return;
                    }
                    Optional<RequirementKey> key = current.get().map(one -> one.value().key());
                    if (key.isPresent()) {
                        current.set(find(now, key.get()));
                    } else if (written.text().isEmpty() && !now.all().isEmpty()) {
                        choose(Optional.of(now.all().getFirst()));
                    }
                },
                failed);
    }

    /** Reads all afresh and takes one requirement into the fields, if it is still there. */
    void open(RequirementKey key, Consumer<Problem> failed) {
        opening = Optional.of(key);
        load(failed);
    }

    private static Optional<Kept<Requirement>> find(Loaded now, RequirementKey key) {
        return now.all().stream().filter(one -> one.value().key().equals(key)).findFirst();
    }

    /** Takes a requirement into the fields; empty: a new one. */
    void choose(Optional<Kept<Requirement>> chosen) {
        current.set(chosen);
        written.set(chosen.map(Kept::value));
    }

    /** Looks for the tags that are meant; a newer text replaces one that is not answered. */
    void seek() {
        String text = written.text();
        Optional<TagSearch> search = loaded.get().search();
        if (search.isEmpty() || text.isEmpty()) {
            answer.set(new SearchAnswer(List.of(), List.of()));
            return;
        }
        seeking.ask(signal -> search.get().find(text, MOST), answer::set, why -> {});
    }

    /** Saves what is written and ticked, under the revision that was seen. */
    void save(Runnable done, Consumer<Problem> failed) {
        Optional<Kept<Requirement>> before = current.get();
        Optional<Requirement> was = before.map(Kept::value);
        try {
            Requirement asked =
                    written.build(was.map(Requirement::key).orElse(new RequirementKey("new")), was);
            background.run(
                    signal -> {
                        Requirement kept =
                                was.isPresent()
                                        ? asked
                                        : asked.withKey(
                                                workspace.requirements().freeKey(asked.goal()));
                        return new Kept<>(
                                kept,
                                workspace
                                        .requirements()
                                        .save(
                                                kept,
                                                before.map(Kept::revision).orElse(Revision.NONE)));
                    },
                    kept -> {
                        current.set(Optional.of(kept));
                        done.run();
                        load(failed);
                    },
                    failed);
        } catch (ProblemException e) {
            failed.accept(e.problem());
        }
    }

    /** Drafts a tag for a part that no tag fits. */
    void draft(
            String words,
            Category category,
            String owner,
            Consumer<TagKey> drafted,
            Consumer<Problem> failed) {
        current.get()
                .map(one -> one.value().key())
                .ifPresent(
                        key ->
                                background.run(
                                        signal ->
                                                workspace
                                                        .requirements()
                                                        .draft(
                                                                key,
                                                                words,
                                                                category,
                                                                owner,
                                                                loaded.get().sources().stream()
                                                                        .findFirst()),
                                        tag -> {
                                            drafted.accept(tag);
                                            load(failed);
                                        },
                                        failed));
    }

    /** Makes a package of what was accepted, with a key made of the goal. */
    void make(
            ProfileSource source,
            Locale language,
            Consumer<PackageKey> made,
            Consumer<Problem> failed) {
        current.get()
                .map(Kept::value)
                .ifPresent(
                        wanted ->
                                background.run(
                                        signal -> {
                                            PackageKey key =
                                                    PackageKeys.fromName(
                                                            wanted.goal(),
                                                            workspace.packages().keys(),
                                                            today.get());
                                            workspace
                                                    .requirements()
                                                    .make(
                                                            wanted.key(),
                                                            key,
                                                            LocalizedText.of(
                                                                    language, wanted.goal()),
                                                            source);
                                            return key;
                                        },
                                        key -> {
                                            made.accept(key);
                                            load(failed);
                                        },
                                        failed));
    }
}
