package io.marquetry.ui.compose.numbers;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.source.Attribute;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.Sources;
import io.marquetry.ui.common.work.Asking;
import io.marquetry.ui.common.work.Background;

import javafx.beans.property.ReadOnlyObjectProperty;

import java.util.List;
import java.util.Optional;

/** The sources to choose from, as they were when last looked at. Use it on the FX thread. */
public final class KnownSources {

    private final Asking<Integer, List<ProfileSource>> asking;
    private final ReadOnlyObjectProperty<List<ProfileSource>> all;
    private int round;

    /** Knows none yet. */
    public KnownSources(Sources repository, Background background) {
        asking =
                new Asking<>(
                        background,
                        () -> Optional.of(round).filter(begun -> begun > 0),
                        begun -> signal -> repository.list());
        all = asking.view(known -> known.latest().orElse(List.of()));
    }

    /** Looks afresh. */
    public void refresh() {
        round++;
        asking.look();
    }

    /** Returns the sources. */
    public ReadOnlyObjectProperty<List<ProfileSource>> all() {
        return all;
    }

    /** Returns why they could not be looked at. */
    public Optional<Problem> problem() {
        return asking.answer().get().problem();
    }

    /** Returns a source; empty for one that is gone. */
    public Optional<ProfileSource> find(SourceName name) {
        return all.get().stream().filter(source -> source.name().equals(name)).findFirst();
    }

    /** Returns the attributes of a source; empty for a source that is gone. */
    public List<Attribute> attributes(SourceName name) {
        return find(name).map(source -> source.model().attributes()).orElse(List.of());
    }

    /** Returns what people call a source. */
    public String title(SourceName name) {
        return find(name).map(ProfileSource::title).orElse(name.value());
    }
}
