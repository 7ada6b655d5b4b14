package io.marquetry.cli.pack.edit;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.pack.PackageKey;
import io.marquetry.requirement.Goals;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code package goal}: what a package is for. */
@Command(name = "goal")
public final class PackageGoalCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.package.keyOption")
    private @Nullable String key;

    @Option(names = "--text", paramLabel = "TEXT", descriptionKey = "cli.package.goal.textOption")
    private @Nullable String text;

    public PackageGoalCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        PackageKey wanted = PackageKey.parse(require(key));
        workspace.packages().get(wanted);
        Goals goals = new Goals(workspace.settings(), workspace.requirements());
        if (text != null) {
            goals.say(wanted, text);
        }
        Optional<String> now = goals.of(wanted);
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("key", wanted.value());
            tree.put("goal", now.orElse(null));
            output.json(tree);
        } else {
            output.line(
                    now.map(goal -> texts().get("cli.package.goal", wanted.value(), goal))
                            .orElseGet(() -> texts().get("cli.package.goal.none", wanted.value())));
        }
        return 0;
    }
}
