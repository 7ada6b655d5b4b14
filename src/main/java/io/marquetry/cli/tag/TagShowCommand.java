package io.marquetry.cli.tag;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.PlainJson;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.handoff.TagJson;
import io.marquetry.handoff.TagRuleJson;
import io.marquetry.json.CanonicalJson;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tag show}: one tag with its rule. */
@Command(name = "show")
public final class TagShowCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.tag.keyOption")
    private @Nullable String key;

    public TagShowCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        TagKey wanted = TagKey.parse(require(key));
        Tag tag = workspace.tags().get(wanted);
        if (output.isJson()) {
            output.json(PlainJson.of(TagJson.write(tag)));
            return 0;
        }
        line(output, "cli.tag.key", tag.key().value());
        line(output, "cli.tag.categoryTitle", texts().get("problem.category." + tag.category()));
        line(output, "cli.tag.name", tag.name().in(texts().locale()));
        line(output, "cli.tag.topic", tag.topic().in(texts().locale()));
        tag.description()
                .ifPresent(d -> line(output, "cli.tag.description", d.in(texts().locale())));
        tag.rule()
                .ifPresent(
                        r ->
                                line(
                                        output,
                                        "cli.tag.rule",
                                        CanonicalJson.write(TagRuleJson.write(r))));
        tag.asset().ifPresent(asset -> line(output, "cli.tag.asset", asset));
        return 0;
    }

    private void line(CommandOutput output, String title, String text) {
        output.line(texts().get(title) + ": " + text);
    }
}
