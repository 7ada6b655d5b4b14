package io.marquetry.ui.compose.numbers;

import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.audience.AudienceSize;
import io.marquetry.audience.SourceName;
import io.marquetry.ui.common.work.Answer;
import io.marquetry.ui.common.work.Asking;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.beans.property.ReadOnlyObjectProperty;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.Optional;

/**
 * Counts the audience in the source itself and keeps both numbers until another audience is on
 * screen. Use it on the FX thread.
 */
public final class VerifyModel {

    private final ComposeModel compose;
    private final CurrentAudience audience;
    private final Asking<Question, CountCheck> asking;
    private @Nullable Question wanted;

    /** Makes a model that has verified nothing. */
    public VerifyModel(
            ComposeModel compose,
            CurrentAudience audience,
            AudienceReaders readers,
            Background background,
            InstantSource clock) {
        this.compose = compose;
        this.audience = audience;
        asking =
                new Asking<Question, CountCheck>(
                                background,
                                this::question,
                                asked ->
                                        signal -> {
                                            AudienceSize live =
                                                    readers.reader(asked.source())
                                                            .count(asked.query(), signal);
                                            return new CountCheck(
                                                    asked.shown(), live, clock.instant());
                                        })
                        .keeping(earlier -> false)
                        .following(audience.size());
    }

    /** Returns what is known. */
    public ReadOnlyObjectProperty<Answer<CountCheck>> answer() {
        return asking.answer();
    }

    /** Counts now; does nothing while no current number is on screen. */
    public void verify() {
        audience.size()
                .get()
                .current()
                .ifPresent(
                        size ->
                                compose.current()
                                        .ifPresent(
                                                pack -> {
                                                    wanted =
                                                            new Question(
                                                                    size,
                                                                    pack.source(),
                                                                    new AudienceQuery(
                                                                            pack.audience(),
                                                                            compose.tags().get()));
                                                    asking.again();
                                                }));
    }

    /** Compares the number on screen; once another is there, the comparison is forgotten. */
    private Optional<Question> question() {
        Optional<AudienceSize> now = audience.size().get().current();
        if (wanted != null && !now.equals(Optional.of(wanted.shown()))) {
            wanted = null;
        }
        return Optional.ofNullable(wanted);
    }

    private record Question(AudienceSize shown, SourceName source, AudienceQuery query) {}
}
