package io.marquetry.cli.asset;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.OutputFiles;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.govern.AssetFile;
import io.marquetry.govern.GovernedAsset;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code asset export}: writes assets with how they are kept into a file. */
@Command(name = "export")
public final class AssetExportCommand extends WorkspaceCommand {

    @Parameters(arity = "0..*", paramLabel = "KEY", descriptionKey = "cli.asset.exportKeys")
    private List<String> keys = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            descriptionKey = "cli.asset.exportOut")
    private @Nullable Path out;

    @Option(names = "--force", descriptionKey = "cli.report.force")
    private boolean force;

    public AssetExportCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Path file = require(out);
        OutputFiles.check(file, force);
        List<GovernedAsset> assets =
                keys.isEmpty()
                        ? List.copyOf(workspace.assets().assets().values())
                        : keys.stream().map(AssetKey::parse).map(workspace.assets()::get).toList();
        AssetFile.of(assets, workspace.pictures()::file).write(file);
        if (output.isJson()) {
            output.json(Map.of("file", file.toString(), "assets", assets.size()));
        } else {
            output.line(texts().get("cli.asset.exported", assets.size(), file.toString()));
        }
        return 0;
    }
}
