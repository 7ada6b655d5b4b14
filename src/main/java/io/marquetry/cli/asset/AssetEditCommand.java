package io.marquetry.cli.asset;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.Problem;
import io.marquetry.base.Revision;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.govern.GovernedAsset;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Map;

/** {@code asset edit}: changes what an asset says and who keeps it. */
@Command(name = "edit")
public final class AssetEditCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.asset.keyOption")
    private @Nullable String key;

    @Option(names = "--revision", paramLabel = "NUMBER", descriptionKey = "cli.asset.revision")
    private @Nullable Long revision;

    @Mixin private AssetOptions options = new AssetOptions();

    public AssetEditCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        AssetKey wanted = AssetKey.parse(require(key));
        GovernedAsset before = workspace.assets().get(wanted);
        if (revision != null && !before.revision().equals(new Revision(revision))) {
            throw Problem.of("problem.save.overtaken", wanted.value()).asException();
        }
        workspace
                .assets()
                .save(
                        before.with(options.said(before.asset(), texts().locale()))
                                .with(options.kept(before.care())));
        long now = workspace.assets().get(wanted).revision().number();
        if (output.isJson()) {
            output.json(Map.of("key", wanted.value(), "revision", now));
        } else {
            output.line(texts().get("cli.asset.edited", wanted.value()));
        }
        return 0;
    }
}
