package io.marquetry.ui.packages.versions;

import io.marquetry.pack.ExportReasons;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.Packages;
import io.marquetry.tag.TagGovernance;
import io.marquetry.ui.common.Controllers;
import io.marquetry.ui.common.Desk;
import io.marquetry.ui.common.Follows;
import io.marquetry.ui.common.OpenSheet;
import io.marquetry.ui.common.Views;

/** Opens the sheet with the finished versions of a package. */
public final class VersionsSheet {

    private final Packages packages;
    private final TagGovernance tags;
    private final AudienceIndexes indexes;
    private final ExportReasons reasons;

    /** Makes the opener; who came and went is counted by the indexes. */
    public VersionsSheet(
            Packages packages,
            TagGovernance tags,
            AudienceIndexes indexes,
            ExportReasons reasons) {
        this.reasons = reasons;
        this.packages = packages;
        this.tags = tags;
        this.indexes = indexes;
    }

    /** Opens it for a package. */
    public void open(Desk desk, PackageKey key) {
        VersionsModel model = new VersionsModel(
 packages, tags, indexes, reasons, desk.background(), key);
        desk.sheets().open(now -> sheet(model, now));
        model.load(desk.notices()::problem);
    }

    private static OpenSheet sheet(VersionsModel model, Desk desk) {
        Follows follows = new Follows();
        Controllers controllers =
                new Controllers()
                        .with(
                                VersionsController.class,
                                () -> new VersionsController(model, desk, follows));
        return new OpenSheet(
                Views.load("packageVersions", desk.texts(), controllers).root(),
                desk.sheets()::close,
                follows);
    }
}
