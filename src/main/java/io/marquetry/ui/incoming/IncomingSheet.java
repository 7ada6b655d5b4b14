package io.marquetry.ui.incoming;

import io.marquetry.handoff.incoming.PackageIntake;
import io.marquetry.handoff.incoming.Taken;
import io.marquetry.source.Sources;
import io.marquetry.ui.common.Controllers;
import io.marquetry.ui.common.Desk;
import io.marquetry.ui.common.Follows;
import io.marquetry.ui.common.OpenSheet;
import io.marquetry.ui.common.Views;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

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
        opened(desk).look(() -> intake.look(files));
    }

    /** Opens it for the text of a document. */
    public void open(Desk desk, String document) {
        String name = desk.texts().get("incoming.clipboard");
        opened(desk).look(() -> intake.look(name, document.getBytes(StandardCharsets.UTF_8)));
    }

    private IncomingModel opened(Desk desk) {
        IncomingModel model = new IncomingModel(intake, sources, desk.background());
        desk.sheets().open(now -> sheet(model, now));
        return model;
    }

    private OpenSheet sheet(IncomingModel model, Desk desk) {
        Follows follows = new Follows();
        Runnable close = desk.sheets()::close;
        Controllers controllers =
                new Controllers()
                        .with(
                                IncomingController.class,
                                () ->
                                        new IncomingController(
                                                model,
                                                desk,
                                                close,
                                                taken -> {
                                                    close.run();
                                                    tell(desk, taken);
                                                },
                                                follows));
        return new OpenSheet(
                Views.load("incoming", desk.texts(), controllers).root(), close, follows);
    }

    private void tell(Desk desk, Taken taken) {
        changed.run();
        desk.notices()
                .done(
                        desk.texts()
                                .get(
                                        "incoming.taken",
                                        taken.packages().size(),
                                        taken.done().tags().size(),
                                        taken.done().assets().size()),
                        desk.texts().get("incoming.undo"),
                        () -> undo(desk, taken));
    }

    private void undo(Desk desk, Taken taken) {
        desk.background()
                .act(
                        () -> intake.undo(taken),
                        () -> {
                            changed.run();
                            desk.notices().done(desk.texts().get("incoming.undone"));
                        },
                        desk.notices()::problem);
    }
}
