package io.marquetry.handoff;

import io.marquetry.base.Problem;
import io.marquetry.json.StrictJson;
import io.marquetry.tag.TagGovernance;

import java.nio.file.Path;

/** Takes files of tags into the workspace; blocks, so never call it on the FX thread. */
public final class TagImport {

    private final TagGovernance tags;

    /** Makes the import into the tags of one workspace. */
    public TagImport(TagGovernance tags) {
        this.tags = tags;
    }

    /**
     * Adds or replaces all tags and assets of a file, or none of them.
     *
     * @return what the file holds
     * @throws io.marquetry.base.ProblemException with the place of the first one that is refused
     */
    public TagFile run(Path file) {
        TagFile read = TagFile.read(StrictJson.read(file));
        tags.take(read.tags(), read.assets())
                .ifPresent(
                        refused -> {
                            throw Problem.of(
                                            "problem.json.at",
                                            "#/tags/" + refused.at(),
                                            refused.why())
                                    .asException();
                        });
        return read;
    }
}
