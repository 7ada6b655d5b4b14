package io.marquetry.ui.tags.rule;

import io.marquetry.tag.Value;
import io.marquetry.tag.Window;
import io.marquetry.ui.tags.rule.RuleDraft.Unfinished;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.time.LocalDate;

/** Which days' events count, while it is edited. */
final class WindowDraft {

    /** The forms that a window has. */
    enum Kind {
        ALWAYS,
        LAST,
        /** As rules of old say it: from so long ago to today. */
        SINCE,
        DAYS
    }

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.ALWAYS);
    private final ValueDraft length;
    private final ValueDraft from;
    private final ValueDraft to;

    WindowDraft(Runnable edited) {
        length = new ValueDraft(ValueDraft.Kind.AGO, edited);
        from = new ValueDraft(ValueDraft.Kind.DAY, edited);
        to = new ValueDraft(ValueDraft.Kind.DAY, edited);
        kind.subscribe(edited);
    }

    /** Takes over a finished window. */
    void set(Window window) {
        switch (window) {
            case Window.Always always -> kind.set(Kind.ALWAYS);
            case Window.InLast last -> {
                kind.set(Kind.LAST);
                length.set(last.length());
            }
            case Window.Last last -> {
                kind.set(Kind.SINCE);
                length.set(last.length());
            }
            case Window.Days days -> {
                kind.set(Kind.DAYS);
                from.set(new Value.Day(days.from()));
                to.set(new Value.Day(days.to()));
            }
        }
    }

    ObjectProperty<Kind> kind() {
        return kind;
    }

    /** Returns how far the window reaches back. */
    ValueDraft length() {
        return length;
    }

    ValueDraft from() {
        return from;
    }

    ValueDraft to() {
        return to;
    }

    /**
     * Returns the finished window.
     *
     * @throws Unfinished if it is none
     */
    Window build() {
        return switch (kind.get()) {
            case ALWAYS -> new Window.Always();
            case LAST -> new Window.InLast(length.span());
            case SINCE -> new Window.Last(length.ago());
            case DAYS -> days();
        };
    }

    private Window days() {
        LocalDate first = ((Value.Day) from.build()).day();
        LocalDate last = ((Value.Day) to.build()).day();
        if (last.isBefore(first)) {
            throw new Unfinished("problem.rule.draft.window", first.toString(), last.toString());
        }
        return new Window.Days(first, last);
    }
}
