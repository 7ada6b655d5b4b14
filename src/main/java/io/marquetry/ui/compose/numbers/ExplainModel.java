package io.marquetry.ui.compose.numbers;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.Explanation;
import io.marquetry.index.MembershipIndex;
import io.marquetry.pack.AssetPackage;
import io.marquetry.ui.common.Background;
import io.marquetry.ui.common.LatestOnly;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Why one person is in the audience on screen or not; follows each edit. The key is personal: it is
 * looked up and forgotten, only the place in the index is kept. Use it on the FX thread.
 */
public final class ExplainModel {

    private final ComposeModel compose;
    private final IndexModel indexes;
    private final AudienceIndexes service;
    private final LatestOnly asking;
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final ReadOnlyObjectWrapper<PersonState> state =
            new ReadOnlyObjectWrapper<>(new PersonState.Nobody());
    private @Nullable Person person;

    /** Makes a model that follows the package in work. */
    public ExplainModel(
            ComposeModel compose,
            IndexModel indexes,
            AudienceIndexes service,
            Background background) {
        this.compose = compose;
        this.indexes = indexes;
        this.service = service;
        this.asking = new LatestOnly(background);
        compose.draft().subscribe(draft -> follow());
        indexes.state().subscribe(now -> follow());
    }

    /** Returns whether the user wants to see it. */
    public BooleanProperty open() {
        return open;
    }

    /** Returns what is known. */
    public ReadOnlyObjectProperty<PersonState> state() {
        return state.getReadOnlyProperty();
    }

    /** Explains the person with the key; a blank key asks for nobody. */
    public void ask(String key) {
        Optional<MembershipIndex> index = indexes.ready();
        person = null;
        if (key.isBlank() || index.isEmpty()) {
            forget();
            return;
        }
        state.set(new PersonState.Asking());
        asking.ask(
                signal -> service.ordinal(index.get(), key.strip(), signal),
                found -> found(index.get(), found),
                why -> state.set(new PersonState.Failed(why)));
    }

    private void found(MembershipIndex index, OptionalLong ordinal) {
        if (ordinal.isEmpty()) {
            state.set(new PersonState.Unknown());
            return;
        }
        person = new Person(index, ordinal.getAsLong());
        follow();
    }

    private void follow() {
        Person known = person;
        Optional<AllOf> audience = compose.current().map(AssetPackage::audience);
        if (known == null || audience.isEmpty()) {
            return;
        }
        Optional<MembershipIndex> index = indexes.ready();
        if (index.isPresent() && !known.samePlaces(index.get())) {
            // Another state of the source may count its people in another order.
            forget();
            return;
        }
        if (index.isEmpty()) {
            return;
        }
        MembershipIndex asked = index.get();
        asking.ask(
                signal -> Explanation.of(asked, audience.get(), known.ordinal()),
                told -> state.set(new PersonState.Found(audience.get(), told)),
                why -> state.set(new PersonState.Failed(why)));
    }

    private void forget() {
        person = null;
        asking.cancel();
        state.set(new PersonState.Nobody());
    }

    private record Person(MembershipIndex index, long ordinal) {
        boolean samePlaces(MembershipIndex other) {
            return other.snapshot().source().equals(index.snapshot().source())
                    && other.snapshot().fingerprint().equals(index.snapshot().fingerprint());
        }
    }
}
