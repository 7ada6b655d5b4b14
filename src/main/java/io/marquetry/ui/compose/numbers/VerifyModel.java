package io.marquetry.ui.compose.numbers;

import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.audience.AudienceSize;
import io.marquetry.audience.SourceName;
import io.marquetry.pack.AssetPackage;
import io.marquetry.ui.common.Background;
import io.marquetry.ui.common.LatestOnly;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.Optional;

/**
 * Counts the audience in the source itself and keeps both numbers until another audience is on
 * screen. Use it on the FX thread.
 */
public final class VerifyModel {

    private final ComposeModel compose;
    private final PreviewModel preview;
    private final AudienceReaders readers;
    private final LatestOnly counting;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<PreviewState<Verification>> state =
            new ReadOnlyObjectWrapper<>(new PreviewState.Idle<>());
    private @Nullable AudienceSize shown;

    /** Makes a model that has verified nothing. */
    public VerifyModel(
            ComposeModel compose,
            PreviewModel preview,
            AudienceReaders readers,
            Background background,
            InstantSource clock) {
        this.compose = compose;
        this.preview = preview;
        this.readers = readers;
        this.counting = new LatestOnly(background);
        this.clock = clock;
        preview.size().subscribe(size -> forget());
    }

    /** Returns what is known. */
    public ReadOnlyObjectProperty<PreviewState<Verification>> state() {
        return state.getReadOnlyProperty();
    }

    /** Counts now; does nothing while no current number is on screen. */
    public void verify() {
        Optional<AssetPackage> pack = compose.current();
        if (pack.isEmpty()
                || !(preview.size().get()
                        instanceof PreviewState.Current<AudienceSize>(AudienceSize size))) {
            return;
        }
        shown = size;
        AudienceQuery query = new AudienceQuery(pack.get().audience(), compose.tags().get());
        SourceName source = pack.get().source();
        state.set(new PreviewState.Asking<>(Optional.empty()));
        counting.ask(
                signal -> readers.reader(source).count(query, signal),
                live ->
                        state.set(
                                new PreviewState.Current<>(
                                        new Verification(size, live, clock.instant()))),
                why -> state.set(new PreviewState.Failed<>(Optional.empty(), why)));
    }

    private void forget() {
        boolean same =
                preview.size().get() instanceof PreviewState.Current<AudienceSize>(AudienceSize now)
                        && now.equals(shown);
        if (!same) {
            shown = null;
            counting.cancel();
            state.set(new PreviewState.Idle<>());
        }
    }
}
