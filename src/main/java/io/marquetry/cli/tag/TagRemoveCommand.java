package io.marquetry.cli.tag;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code tag remove}: removes tags that neither a package nor the rule of another tag names. */
@Command(name = "remove")
public final class TagRemoveCommand extends WorkspaceCommand {

    @Parameters(arity = "1..*", paramLabel = "KEY", descriptionKey = "cli.tag.keyOption")
    private List<String> keys = new ArrayList<>();

    public TagRemoveCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Set<TagKey> going = new LinkedHashSet<>();
        keys.forEach(key -> going.add(workspace.centre().tags().get(TagKey.parse(key)).key()));
        workspace.tags().remove(going);
        if (output.isJson()) {
            output.json(Map.of("removed", going.stream().map(TagKey::value).toList()));
        } else {
            going.forEach(key -> output.line(texts().get("cli.tag.removed", key.value())));
        }
        return 0;
    }
}
