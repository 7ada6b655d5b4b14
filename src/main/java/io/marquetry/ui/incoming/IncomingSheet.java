package io.marquetry.ui.incoming;

import io.marquetry.handoff.incoming.Incoming;
import io.marquetry.handoff.incoming.PackageIntake;
import io.marquetry.handoff.incoming.Taken;
import io.marquetry.handoff.incoming.Translation;
import io.marquetry.source.Sources;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenSheet;
import io.marquetry.ui.common.screen.Views;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Opens the sheet that shows package documents before they are taken. */
public final class IncomingSheet {

    private final PackageIntake intake;
    private final Sources sources;
    private final Runnable changed;

    /**
     * Makes the opener.
     *
     * @param changed runs on the FX thread when packages, tags or assets changed
     */
    public IncomingSheet(PackageIntake intake, Sources sources, Runnable changed) {
        this.intake = intake;
        this.sources = sources;
        this.changed = changed;
    }

    /** Opens it for some files. */
    public void open(Desk desk, List<Path> files) {
        open(desk, here -> intake.look(files, here));
    }

    /** Opens it for the text of a document. */
    public void open(Desk desk, String document) {
        String name = desk.texts().get("incoming.clipboard");
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        open(desk, here -> intake.look(name, bytes, here));
    }

    private void open(Desk desk, Function<Translation, Incoming> read) {
        IncomingModel model = new IncomingModel(intake, sources, desk.background(), read);
        model.look();
        open(desk, model);
    }

    private void open(Desk desk, IncomingModel model) {
        desk.sheets().open(now -> sheet(model, now));
    }

    private OpenSheet sheet(IncomingModel model, Desk desk) {
        Follows follows = new Follows();
        Runnable close = desk.sheets()::close;
        Consumer<Taken> taken =
                what -> {
                    close.run();
                    tell(desk, what);
                };
        Runnable asking =
                () ->
                        model.fields()
                                .ifPresent(
                                        fields ->
                                                desk.sheets()
                                                        .open(now -> sheet(model, fields, now)));
        return new OpenSheet(
                Views.load(
                        "incoming",
                        desk.texts(),
                        new IncomingController(model, desk, close, taken, asking, follows)),
                close,
                follows);
    }

    /** The dialog takes the place of the sheet, and leads back to it. */
    private OpenSheet sheet(IncomingModel model, FieldsModel fields, Desk desk) {
        Follows follows = new Follows();
        Runnable back = () -> open(desk, model);
        Runnable accepted =
                () -> {
                    model.map(fields.names());
                    back.run();
                };
        return new OpenSheet(
                Views.load(
                        "incomingFields",
                        desk.texts(),
                        new FieldsController(fields, desk.texts(), back, accepted, follows)),
                back,
                follows);
    }

    private void tell(Desk desk, Taken taken) {
        changed.run();
        String told =
                desk.texts()
                        .get(
                                "incoming.taken",
                                taken.packages().size(),
                                taken.done().tags().size(),
                                taken.done().assets().size());
        if (taken.number() == 0) {
            desk.notices().done(told);
        } else {
            desk.notices().done(told, desk.texts().get("incoming.undo"), () -> undo(desk, taken));
        }
    }

    private void undo(Desk desk, Taken taken) {
        desk.background()
                .act(
                        () -> intake.undo(taken.number()),
                        () -> {
                            changed.run();
                            desk.notices().done(desk.texts().get("incoming.undone"));
                        },
                        desk.notices()::problem);
    }
}
