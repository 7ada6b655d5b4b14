package io.marquetry.cli.update;

import io.marquetry.base.Product;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.CommandTools;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.update.Release;
import io.marquetry.workspace.Workspace;

import picocli.CommandLine.Command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code update check}: tells whether there is a newer version, and where. */
@Command
public final class UpdateCheckCommand extends WorkspaceCommand {

    UpdateCheckCommand(CommandTools tools) {
        super(tools.opener(), tools.texts());
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Optional<Release> newer = workspace.updates().check();
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("version", Product.version());
            newer.ifPresent(
                    release -> {
                        tree.put("newer", release.version());
                        tree.put("page", release.page().toString());
                    });
            output.json(tree);
        } else {
            output.line(
                    newer.map(
                                    release ->
                                            texts().get(
                                                            "update.newer",
                                                            release.version(),
                                                            release.page().toString()))
                            .orElseGet(() -> texts().get("update.newest")));
        }
        return 0;
    }
}
