package io.marquetry.index;

import io.marquetry.audience.MembershipReader;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.tag.TagCatalog;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** The membership indexes of a workspace, one per source; kept beside it in {@code index/}. */
public final class AudienceIndexes {

    private final Path folder;
    private final Function<SourceName, MembershipReader> readers;
    private final Map<SourceName, IndexFolder> folders = new ConcurrentHashMap<>();

    /**
     * Makes the indexes of a workspace; touches nothing.
     *
     * @param workspace its folder
     */
    public AudienceIndexes(Path workspace, Function<SourceName, MembershipReader> readers) {
        this.folder = workspace.resolve("index");
        this.readers = readers;
    }

    /**
     * Returns the index of all audience tags that fit the source. Blocks while tags that are new,
     * edited or relative to a new day are asked of the source.
     *
     * @param progress is told how many tags are done
     * @throws io.marquetry.base.ProblemException if the source does not open
     */
    public MembershipIndex index(
            SourceName source, TagCatalog tags, IntConsumer progress, CancelSignal signal) {
        return folders.computeIfAbsent(
                        source, name -> new IndexFolder(folder.resolve(name.value())))
                .index(readers.apply(source), tags, progress, signal);
    }
}
