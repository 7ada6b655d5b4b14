package io.marquetry.cli.requirement;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.source.SourceChoice;
import io.marquetry.govern.Care;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Map;
import java.util.Optional;

/** {@code requirement draft}: drafts a tag for what no tag fits, and gives it to somebody. */
@Command(name = "draft")
public final class RequirementDraftCommand extends OneRequirementCommand {

    @Option(
            names = "--words",
            paramLabel = "TEXT",
            required = true,
            descriptionKey = "cli.requirement.words")
    private @Nullable String words;

    @Option(
            names = "--category",
            paramLabel = "CATEGORY",
            required = true,
            descriptionKey = "cli.requirement.category")
    private @Nullable Category category;

    @Option(
            names = "--owner",
            paramLabel = "NAME",
            required = true,
            descriptionKey = "cli.requirement.draftOwner")
    private @Nullable String owner;

    @Option(names = "--source", paramLabel = "NAME", descriptionKey = "cli.requirement.source")
    private @Nullable String source;

    public RequirementDraftCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        String name = require(owner).strip();
        if (name.isEmpty() || name.length() > Care.MAX_NAME) {
            throw Problem.of("problem.govern.name", name, Care.MAX_NAME).asException();
        }
        if (require(words).isBlank()) {
            throw Problem.of("problem.requirement.words").asException();
        }
        TagKey made =
                workspace
                        .requirements()
                        .draft(
                                key(),
                                require(words).strip(),
                                require(category),
                                name,
                                require(category) == Category.AUDIENCE
                                        ? Optional.of(SourceChoice.of(workspace.sources(), source))
                                        : Optional.empty());
        if (output.isJson()) {
            output.json(Map.of("key", key().value(), "draft", made.value(), "owner", name));
        } else {
            output.line(texts().get("cli.requirement.drafted", made.value(), name));
        }
        return 0;
    }
}
