package io.marquetry.handoff.incoming;

import io.marquetry.base.Problem;
import io.marquetry.handoff.PackageDocument;

import java.util.List;

/** What documents hold, and how it stands to the workspace; nothing is written yet. */
public final class Incoming {

    private final Arrival arrived;
    private final LeavingOut.Left left;
    private final List<IncomingItem> items;
    private final List<Problem> notes;
    private final List<FieldQuestion> questions;
    private final Translation translation;

    Incoming(
            Arrival arrived,
            List<IncomingItem> items,
            List<Problem> notes,
            List<FieldQuestion> questions,
            Translation translation,
            LeavingOut.Left left) {
        this.arrived = arrived;
        this.items = List.copyOf(items);
        this.notes = List.copyOf(notes);
        this.questions = List.copyOf(questions);
        this.translation = translation;
        this.left = left;
    }

    /** Returns all that arrived. */
    Arrival arrived() {
        return arrived;
    }

    /** Returns what of it comes in. */
    Arrival arrival() {
        return left.arrival();
    }

    /** Returns what it is called here. */
    public Translation translation() {
        return translation;
    }

    /** Returns the fields that our sources call otherwise or have not. */
    public List<FieldQuestion> questions() {
        return questions;
    }

    /** Returns what does not come in, where that was asked for. */
    public LeftOut leftOut() {
        return left.out();
    }

    /** Returns what comes in: packages and their versions, tags, assets, each by key. */
    public List<IncomingItem> items() {
        return items;
    }

    /** Returns what the newest version of each package says. */
    public List<PackageDocument> newest() {
        return arrival().versions().values().stream()
                .map(versions -> versions.lastEntry().getValue().document())
                .toList();
    }

    /** Returns whether the workspace holds all of it already; nothing at all is nowhere. */
    public boolean isHere() {
        return !items.isEmpty()
                && items.stream().allMatch(item -> item.standing() == Standing.SAME);
    }

    /** Returns what one should know before it is taken. */
    public List<Problem> notes() {
        return notes;
    }

    /** Returns what the workspace holds otherwise, so that somebody has to choose. */
    public List<IncomingItem> different() {
        return items.stream()
                .filter(item -> item.standing() == Standing.DIFFERENT)
                .filter(item -> item.kind() != IncomingItem.Kind.VERSION)
                .toList();
    }
}
