package io.marquetry.ui.sources;

import io.marquetry.base.Texts;
import io.marquetry.source.infer.ImportProgress;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.wizard.WorkLine;

/** How the reading of a file is put into words. */
public final class ImportWords {

    private ImportWords() {}

    /**
     * Returns the words.
     *
     * @param prefix begins the names of the controls
     */
    public static WorkLine.Words<ImportProgress> of(String prefix, Texts texts) {
        Formats formats = new Formats(texts.locale());
        return new WorkLine.Words<>(
                prefix,
                ImportProgress::share,
                progress ->
                        progress.map(
                                        p ->
                                                texts.get(
                                                        "import.progress",
                                                        formats.count(p.rows()),
                                                        formats.count(p.rowsPerSecond())))
                                .orElse(texts.get("import.reading")),
                texts.get("import.stopped"));
    }
}
