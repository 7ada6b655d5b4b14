package io.marquetry.index;

import io.marquetry.audience.MembershipReader;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.index.question.LiveWhatIfs;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A source that is asked itself, each time anew.
 *
 * @param misfits the tags that have no answer there, and why
 * @param questions what can be asked of it
 */
public record LiveSource(SourceName name, Map<TagKey, Problem> misfits, LiveWhatIfs questions) {

    /** Copies the misfits. */
    public LiveSource {
        misfits = Map.copyOf(misfits);
    }

    /**
     * Finds out which tags have an answer on a source. Blocks.
     *
     * @throws io.marquetry.base.ProblemException if the source does not open
     */
    public static LiveSource of(Audiences audiences, SourceName source, TagCatalog tags) {
        MembershipReader reader = audiences.indexes().reader(source);
        Map<TagKey, Problem> misfits = new HashMap<>();
        TreeSet<TagKey> countable = new TreeSet<>();
        for (Tag tag : tags.tags()) {
            if (tag.category() == Category.AUDIENCE) {
                Optional<Problem> misfit = Misfit.of(tag, reader, tags);
                misfit.ifPresentOrElse(
                        why -> misfits.put(tag.key(), why), () -> countable.add(tag.key()));
            }
        }
        return new LiveSource(
                source,
                misfits,
                new LiveWhatIfs(
                        audiences.readers().reader(source).atAGlance(),
                        tags,
                        Collections.unmodifiableSortedSet(countable)));
    }
}
