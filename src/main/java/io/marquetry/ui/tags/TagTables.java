package io.marquetry.ui.tags;

import io.marquetry.base.Problem;
import io.marquetry.govern.GovernedTags;
import io.marquetry.govern.TagCentre;
import io.marquetry.govern.dictionary.DictionaryFile;
import io.marquetry.govern.dictionary.DictionaryImport;
import io.marquetry.tag.TagGovernance;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.work.Background;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Reads and writes tables of tags beside the window. */
final class TagTables {

    private final TagCentre centre;
    private final DictionaryImport into;
    private final Background background;

    TagTables(TagCentre centre, TagGovernance tags, Background background) {
        this.centre = centre;
        this.into = new DictionaryImport(centre, tags);
        this.background = background;
    }

    /** Reads a file; empty where it is a document of tags and no table. */
    void preview(
            Path file,
            Consumer<Optional<DictionaryImport.Preview>> read,
            Consumer<Problem> failed) {
        background.run(
                signal ->
                        DictionaryFile.isTable(file)
                                ? Optional.of(into.preview(file))
                                : Optional.empty(),
                read,
                failed);
    }

    /** Takes what was previewed. */
    void take(DictionaryImport.Preview preview, IntConsumer taken, Consumer<Problem> failed) {
        background.run(signal -> into.make(preview), taken::accept, failed);
    }

    /** Writes tags into a file. */
    void write(Path file, List<TagKey> keys, Runnable done, Consumer<Problem> failed) {
        background.act(
                () -> {
                    GovernedTags all = centre.tags();
                    DictionaryFile.write(file, keys.stream().map(all::get).toList());
                },
                done,
                failed);
    }
}
