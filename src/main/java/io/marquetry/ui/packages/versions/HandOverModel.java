package io.marquetry.ui.packages.versions;

import io.marquetry.audience.AudienceSql;
import io.marquetry.base.Problem;
import io.marquetry.handoff.enclose.Enclosing;
import io.marquetry.handoff.enclose.Wanted;
import io.marquetry.pack.PackageVersion;
import io.marquetry.ui.common.work.Background;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** What shall be handed over beside a finished version; needs no stage. */
final class HandOverModel {

    private final PackageVersion version;
    private final Enclosing enclosing;
    private final Background background;
    private final ObjectProperty<Optional<Wanted.Form>> form =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<AudienceSql.Engine>> engine =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty readable = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    HandOverModel(PackageVersion version, Enclosing enclosing, Background background) {
        this.version = version;
        this.enclosing = enclosing;
        this.background = background;
    }

    PackageVersion version() {
        return version;
    }

    /** Returns how the keys of people are written; empty: not at all, and nobody else chooses. */
    ObjectProperty<Optional<Wanted.Form>> form() {
        return form;
    }

    /** Returns whose SQL says whom the audience addresses; empty: nobody's. */
    ObjectProperty<Optional<AudienceSql.Engine>> engine() {
        return engine;
    }

    /** Returns whether each value of the document stands on a line of its own. */
    BooleanProperty readable() {
        return readable;
    }

    ReadOnlyBooleanProperty busy() {
        return busy;
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Returns whether anything was chosen. */
    boolean isWanted() {
        return form.get().isPresent() || engine.get().isPresent() || readable.get();
    }

    /** Writes the document and what was chosen; a file that it names is never replaced. */
    void write(Path file, Consumer<Enclosing.Written> done) {
        Wanted wanted = new Wanted(form.get(), engine.get(), readable.get());
        problem.set(Optional.empty());
        busy.set(true);
        background.run(
                signal -> {
                    wanted.recipients()
                            .map(one -> Enclosing.recipientsOf(file, one))
                            .filter(Files::exists)
                            .ifPresent(
                                    there -> {
                                        throw Problem.of("problem.export.there", there.toString())
                                                .asException();
                                    });
                    return enclosing.write(version, file, wanted, signal);
                },
                written -> {
                    busy.set(false);
                    done.accept(written);
                },
                why -> {
                    busy.set(false);
                    problem.set(Optional.of(why));
                });
    }
}
