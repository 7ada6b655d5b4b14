package io.marquetry.pack;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A package in work with its whole history: where it began, every edit since, and how many of them
 * stand. Never changes; each step returns the next draft.
 */
public final class PackageDraft {

    private final List<PackageEdit> edits;
    private final List<AssetPackage> states;
    private final int cursor;

    private PackageDraft(List<PackageEdit> edits, List<AssetPackage> states, int cursor) {
        this.edits = edits;
        this.states = states;
        this.cursor = cursor;
    }

    /** Begins a history. */
    public static PackageDraft of(AssetPackage base) {
        return new PackageDraft(List.of(), List.of(base), 0);
    }

    /**
     * Replays a stored history.
     *
     * @param cursor how many of the edits stand, 0 to their number
     * @throws IndexOutOfBoundsException if the edits do not fit the base
     */
    public static PackageDraft replay(AssetPackage base, List<PackageEdit> edits, int cursor) {
        List<AssetPackage> states = new ArrayList<>(edits.size() + 1);
        states.add(base);
        for (PackageEdit edit : edits) {
            states.add(PackageEdits.apply(states.getLast(), edit));
        }
        if (cursor < 0 || cursor > edits.size()) {
            throw new IndexOutOfBoundsException("cursor " + cursor + " of " + edits.size());
        }
        return new PackageDraft(List.copyOf(edits), List.copyOf(states), cursor);
    }

    /** Returns the package before the first edit. */
    public AssetPackage base() {
        return states.getFirst();
    }

    /** Returns all edits, the undone ones included. */
    public List<PackageEdit> edits() {
        return edits;
    }

    /** Returns how many edits stand. */
    public int cursor() {
        return cursor;
    }

    /** Returns the package as it stands. */
    public AssetPackage current() {
        return states.get(cursor);
    }

    /** Returns the packages from the base to the current one, one more than edits that stand. */
    public List<AssetPackage> states() {
        return states.subList(0, cursor + 1);
    }

    /** Returns the draft after an edit; what was undone before is forgotten. */
    public PackageDraft apply(PackageEdit edit) {
        List<PackageEdit> nextEdits = new ArrayList<>(edits.subList(0, cursor));
        List<AssetPackage> nextStates = new ArrayList<>(states.subList(0, cursor + 1));
        nextEdits.add(edit);
        nextStates.add(PackageEdits.apply(current(), edit));
        return new PackageDraft(List.copyOf(nextEdits), List.copyOf(nextStates), cursor + 1);
    }

    /** Returns the edit that undo would take back. */
    public Optional<PackageEdit> undoable() {
        return cursor == 0 ? Optional.empty() : Optional.of(edits.get(cursor - 1));
    }

    /** Returns the edit that redo would make again. */
    public Optional<PackageEdit> redoable() {
        return cursor == edits.size() ? Optional.empty() : Optional.of(edits.get(cursor));
    }

    /**
     * Returns the package before the edit that undo would take back; itself where there is none.
     */
    public AssetPackage previous() {
        return states.get(Math.max(0, cursor - 1));
    }

    /** Returns the draft with the last edit taken back; the same where there is none. */
    public PackageDraft undo() {
        return cursor == 0 ? this : new PackageDraft(edits, states, cursor - 1);
    }

    /** Returns the draft with the next undone edit made again; the same where there is none. */
    public PackageDraft redo() {
        return cursor == edits.size() ? this : new PackageDraft(edits, states, cursor + 1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PackageDraft draft
                && cursor == draft.cursor
                && edits.equals(draft.edits)
                && states.equals(draft.states);
    }

    @Override
    public int hashCode() {
        return Objects.hash(edits, states, cursor);
    }
}
