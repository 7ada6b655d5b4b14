package io.marquetry.ui.compose.draft;

import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.Expressions;
import io.marquetry.base.Kept;
import io.marquetry.base.Problem;
import io.marquetry.base.Revision;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.EditRules;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageEdits;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.Packages;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagGovernance;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The package in work: every edit goes through here, is checked, remembered for undo, and stored in
 * the background. Use it on the FX thread.
 */
public final class ComposeModel {

    private final Packages packages;
    private final TagGovernance tagRepository;
    private final LatestOnly opening;
    private final DraftSaver saver;
    private final ReadOnlyObjectWrapper<Optional<PackageDraft>> draft =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper versions = new ReadOnlyIntegerWrapper();
    private Optional<AssetPackage> finished = Optional.empty();
    private final ObjectProperty<TagCatalog> tags =
            new SimpleObjectProperty<>(new TagCatalog(List.of()));
    private final ObjectProperty<NodePath> target = new SimpleObjectProperty<>(NodePath.ROOT);
    private final ObjectProperty<Optional<Problem>> problem =
            new SimpleObjectProperty<>(Optional.empty());
    private Misfits misfits = Misfits.NONE;
    private boolean loading;
    private boolean warned;

    /** Makes a model that has no package open. */
    public ComposeModel(
            Packages packages,
            TagGovernance tagRepository,
            Background background,
            InstantSource clock) {
        this.packages = packages;
        this.tagRepository = tagRepository;
        this.opening = new LatestOnly(background);
        this.saver = new DraftSaver(packages, background, clock);
    }

    /** Returns the package with its history; empty while none is open. */
    public ReadOnlyObjectProperty<Optional<PackageDraft>> draft() {
        return draft.getReadOnlyProperty();
    }

    /** Returns the package as it stands. */
    public Optional<AssetPackage> current() {
        return draft.get().map(PackageDraft::current);
    }

    /** Returns how many versions of the package are finished. */
    public ReadOnlyIntegerProperty versions() {
        return versions.getReadOnlyProperty();
    }

    /** Returns whether the package says just what its newest finished version says. */
    public boolean isAsFinished() {
        return finished.isPresent() && finished.equals(current());
    }

    /** Returns the tags as they were when last loaded. */
    public ObjectProperty<TagCatalog> tags() {
        return tags;
    }

    /** Returns the group that the palette's Enter adds to; always a group that is there. */
    public ObjectProperty<NodePath> target() {
        return target;
    }

    /** Returns whether what is on screen is safe. */
    public ReadOnlyObjectProperty<SaveState> saveState() {
        return saver.state();
    }

    /** Returns why the last edit or the last opening was refused; empty after the next success. */
    public ObjectProperty<Optional<Problem>> problem() {
        return problem;
    }

    /**
     * Opens a package as it was left, with the tags of this moment. Where the latest edits of the
     * one before cannot be stored, that one stays, and {@link #problem} says why.
     */
    public void open(PackageKey key) {
        loading = true;
        saver.retry();
        saver.whenIdle(
                () -> {
                    if (saver.state().get() instanceof SaveState.Failed(Problem why)) {
                        loading = false;
                        problem.set(Optional.of(why));
                        return;
                    }
                    load(() -> Optional.of(key));
                });
    }

    /** Opens the package that was edited last, if there is one and none is open. */
    public void openLatest() {
        if (draft.get().isEmpty() && !loading) {
            load(() -> packages.list().stream().findFirst().map(s -> s.pack().key()));
        }
    }

    /**
     * Loads the tags and the number of versions afresh; the draft stays, unless its package was put
     * away.
     */
    public void refresh() {
        Optional<PackageKey> key = current().map(AssetPackage::key);
        if (key.isEmpty()) {
            openLatest();
            return;
        }
        if (loading) {
            return;
        }
        TagCatalog known = tags.get();
        opening.ask(
                signal ->
                        new Fresh(
                                tagsNow(known),
                                packages.kept(key.get()),
                                FinishedVersions.of(key.get(), packages),
                                packages.isListed(key.get())),
                fresh -> {
                    tags.set(fresh.tags());
                    show(fresh.versions());
                    if (!fresh.listed()) {
                        leave();
                    } else {
                        fresh.stored().ifPresent(this::catchUp);
                    }
                },
                why -> problem.set(Optional.of(why)));
    }

    /** Shows what was saved elsewhere meanwhile: a tag was renamed, or two became one. */
    private void catchUp(Kept<PackageDraft> stored) {
        boolean same = current().map(AssetPackage::key).equals(Optional.of(keyOf(stored)));
        if (same && isOvertaken(stored)) {
            saver.forget(stored.revision());
            show(stored.value());
        }
    }

    private boolean isOvertaken(Kept<PackageDraft> stored) {
        return !(saver.state().get() instanceof SaveState.Saving)
                && stored.revision().number() > saver.seen().number();
    }

    private static PackageKey keyOf(Kept<PackageDraft> stored) {
        return stored.value().base().key();
    }

    /** Tells what cannot work on the source; edits that bring in such a part are refused. */
    public void refuse(Misfits unfit) {
        misfits = unfit;
    }

    /** Lets go of a package that was put away meanwhile: an edit would bring it back. */
    private void leave() {
        saver.forget(Revision.NONE);
        draft.set(Optional.empty());
        target.set(NodePath.ROOT);
        openLatest();
    }

    /** Returns why an edit would be refused; empty where it is allowed or no package is open. */
    public Optional<Problem> refusal(PackageEdit edit) {
        return current()
                .flatMap(
                        pack ->
                                EditRules.refusal(pack, edit, tags.get())
                                        .or(() -> misfit(pack, edit)));
    }

    /** Returns what cannot work on the source. */
    public Misfits misfits() {
        return misfits;
    }

    private Optional<Problem> misfit(AssetPackage pack, PackageEdit edit) {
        AssetPackage next = PackageEdits.apply(pack, edit);
        Set<TagKey> brought = new LinkedHashSet<>(next.tags());
        brought.removeAll(pack.tags());
        Set<TagRule.OnField> asked = Expressions.conditionsIn(next.audience());
        asked.removeAll(Expressions.conditionsIn(pack.audience()));
        return Stream.concat(brought.stream().map(misfits::of), asked.stream().map(misfits::of))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Forgets why the last edit was refused; why nothing could be opened stays. */
    public void dismiss() {
        if (draft.get().isPresent() && problem.get().isPresent()) {
            problem.set(Optional.empty());
        }
    }

    /** Makes an edit that is known to be allowed for the package as it stands. */
    public void make(PackageEdit allowed) {
        step(d -> d.apply(allowed));
    }

    /** Makes an edit, or says in {@link #problem} why not; returns whether it was made. */
    public boolean apply(PackageEdit edit) {
        if (draft.get().isEmpty()) {
            return false;
        }
        Optional<Problem> refused = refusal(edit);
        problem.set(refused);
        if (refused.isEmpty()) {
            make(edit);
        }
        return refused.isEmpty();
    }

    /** Puts a tag where it belongs: into the target group, or at the end of its zone. */
    public boolean add(TagKey key) {
        Optional<AssetPackage> pack = current();
        if (pack.isEmpty()) {
            return false;
        }
        Category category = tags.get().find(key).map(Tag::category).orElse(Category.AUDIENCE);
        if (category != Category.AUDIENCE) {
            int end = pack.get().zone(category).size();
            return apply(new PackageEdit.AddToZone(key, category, end));
        }
        NodePath group = target.get();
        return apply(new PackageEdit.AddToAudience(key, group, members(group)));
    }

    /** Excludes who carries an audience tag from the whole audience, where that is allowed. */
    public boolean exclude(TagKey key) {
        return apply(new PackageEdit.ExcludeFromAudience(key));
    }

    /** Puts an empty group at the end of another; returns where it lies, if it was added. */
    public Optional<NodePath> addGroup(GroupKind kind, NodePath group) {
        if (draft.get().isEmpty()) {
            return Optional.empty();
        }
        int end = members(group);
        return apply(new PackageEdit.AddGroup(kind, group, end))
                ? Optional.of(group.child(end))
                : Optional.empty();
    }

    /** Returns how many members a group of the audience has. */
    public int members(NodePath group) {
        AssetPackage pack = current().orElseThrow();
        return ((Group) PackageEdits.node(pack, group)).members().size();
    }

    /** Takes the last edit back. */
    public void undo() {
        if (draft.get().flatMap(PackageDraft::undoable).isPresent()) {
            step(PackageDraft::undo);
        }
    }

    /** Makes an undone edit again. */
    public void redo() {
        if (draft.get().flatMap(PackageDraft::redoable).isPresent()) {
            step(PackageDraft::redo);
        }
    }

    /** Stores now, also where the last attempt failed. */
    public void save() {
        draft.get().ifPresent(saver::save);
    }

    /** Runs the action once all edits are stored or have failed to be. */
    public void whenSaved(Runnable action) {
        saver.whenIdle(action);
    }

    /**
     * Runs the action when the window may close: once all is stored. Where that fails, it says so
     * and stays; asked a second time, it gives the edits up.
     */
    public void beforeClosing(Runnable close) {
        saver.retry();
        saver.whenIdle(
                () -> {
                    if (saver.state().get() instanceof SaveState.Failed && !warned) {
                        warned = true;
                        return;
                    }
                    close.run();
                });
    }

    private void step(UnaryOperator<PackageDraft> change) {
        problem.set(Optional.empty());
        show(change.apply(draft.get().orElseThrow()));
        draft.get().ifPresent(saver::save);
    }

    private void show(PackageDraft next) {
        warned = false;
        target.set(AudienceMoves.nearestGroup(next.current().audience(), target.get()));
        draft.set(Optional.of(next));
    }

    private void load(Supplier<Optional<PackageKey>> which) {
        loading = true;
        TagCatalog seen = tags.get();
        opening.ask(
                signal -> {
                    Optional<PackageKey> key = which.get();
                    return new Loaded(
                            tagsNow(seen),
                            key.flatMap(packages::kept),
                            key.map(known -> FinishedVersions.of(known, packages))
                                    .orElse(FinishedVersions.NONE));
                },
                this::loaded,
                why -> {
                    loading = false;
                    problem.set(Optional.of(why));
                });
    }

    /** Returns the known catalogue where the tags are still the same: nobody counts anew. */
    private TagCatalog tagsNow(TagCatalog known) {
        TagCatalog now = tagRepository.catalog();
        return List.copyOf(now.tags()).equals(List.copyOf(known.tags())) ? known : now;
    }

    private void show(FinishedVersions known) {
        finished = known.newest();
        versions.set(known.count());
    }

    private void loaded(Loaded loaded) {
        loading = false;
        tags.set(loaded.tags());
        show(loaded.versions());
        problem.set(Optional.empty());
        loaded.draft()
                .ifPresent(
                        opened -> {
                            target.set(NodePath.ROOT);
                            saver.forget(opened.revision());
                            show(opened.value());
                        });
    }

    private record Fresh(
            TagCatalog tags,
            Optional<Kept<PackageDraft>> stored,
            FinishedVersions versions,
            boolean listed) {}

    private record Loaded(
            TagCatalog tags, Optional<Kept<PackageDraft>> draft, FinishedVersions versions) {}
}
