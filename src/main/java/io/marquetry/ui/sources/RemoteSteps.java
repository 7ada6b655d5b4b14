package io.marquetry.ui.sources;

import io.marquetry.base.Texts;
import io.marquetry.effect.intake.MappingDocument;
import io.marquetry.effect.intake.Outcomes;
import io.marquetry.source.ProfileSource;
import io.marquetry.ui.common.file.FileKind;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.sources.remote.RemoteState;

import java.nio.file.Path;

/**
 * What the screen of sources can do with a source on a server.
 *
 * @param outcomes tell what the columns of outcomes mean
 * @param background where files are written
 */
record RemoteSteps(Outcomes outcomes, Background background, Desk desk)
        implements RemoteState.Steps {

    @Override
    public void export(ProfileSource source) {
        Texts texts = desk.texts();
        desk.files()
                .toSave(
                        new FileKind(
                                texts.get("connect.export.title"),
                                texts.get("connect.export.kind"),
                                "json"),
                        source.name().value() + ".json")
                .ifPresent(file -> write(source, file));
    }

    private void write(ProfileSource source, Path file) {
        background.run(
                signal -> {
                    MappingDocument.write(outcomes.handover().of(source), file);
                    return file;
                },
                written ->
                        desk.notices()
                                .done(
                                        desk.texts()
                                                .get(
                                                        "cli.source.mappingWritten",
                                                        String.valueOf(written.getFileName()))),
                desk.notices()::problem);
    }

    @Override
    public void outcomes(ProfileSource source, String stream) {
        desk.navigation().go(new Destination.OutcomesIn(source.name(), stream));
    }
}
