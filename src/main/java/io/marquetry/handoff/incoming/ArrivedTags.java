package io.marquetry.handoff.incoming;

import io.marquetry.audience.SourceName;
import io.marquetry.handoff.TagFile;
import io.marquetry.tag.TagRule;

import java.util.List;
import java.util.Optional;

/**
 * Tags and assets that arrived without a package.
 *
 * @param theirs the source that their sender works with
 * @param title what the sender calls it
 * @param said what the file says, in its sender's words
 * @param file the same in ours
 */
record ArrivedTags(SourceName theirs, String title, TagFile said, TagFile file) {

    /** Returns the rules that somebody has to work out, in the sender's words. */
    List<TagRule> rules() {
        return said.tags().stream().map(tag -> tag.rule()).flatMap(Optional::stream).toList();
    }
}
