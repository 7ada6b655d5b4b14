package io.marquetry.ui.propose;

import io.marquetry.propose.TagProposals;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenSheet;
import io.marquetry.ui.common.screen.Views;

import java.util.List;

/** Opens the sheet that makes tags from the columns of a source. */
public final class ProposeSheet {

    private final TagProposals service;
    private final Runnable changed;

    /**
     * Makes the opener.
     *
     * @param changed runs on the FX thread when there are other tags than before
     */
    public ProposeSheet(TagProposals service, Runnable changed) {
        this.service = service;
        this.changed = changed;
    }

    /** Opens it for a source. */
    public void open(Desk desk, ProfileSource source) {
        ProposeModel model = new ProposeModel(source, service, desk.background());
        desk.sheets().open(now -> sheet(model, now));
        model.look();
    }

    private OpenSheet sheet(ProposeModel model, Desk desk) {
        Follows follows = new Follows();
        Runnable close =
                () -> {
                    model.leave();
                    desk.sheets().close();
                };
        return new OpenSheet(
                Views.load(
                        "propose",
                        desk.texts(),
                        new ProposeController(
                                model,
                                desk.texts(),
                                close,
                                made -> {
                                    desk.sheets().close();
                                    tell(desk, made);
                                },
                                follows)),
                close,
                follows);
    }

    private void tell(Desk desk, List<TagKey> made) {
        changed.run();
        desk.notices()
                .done(
                        desk.texts().get("propose.made", made.size()),
                        desk.texts().get("propose.undo"),
                        () -> takeBack(desk, made));
    }

    private void takeBack(Desk desk, List<TagKey> made) {
        desk.background()
                .act(
                        () -> service.takeBack(made),
                        () -> {
                            changed.run();
                            desk.notices().done(desk.texts().get("propose.undone", made.size()));
                        },
                        desk.notices()::problem);
    }
}
