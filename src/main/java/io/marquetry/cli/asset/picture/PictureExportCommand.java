package io.marquetry.cli.asset.picture;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.Picture;
import io.marquetry.base.DurableFiles;
import io.marquetry.base.OutputFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.govern.AssetPictures;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** {@code asset picture export}: writes a picture into a file, byte by byte as it came. */
@Command(name = "export")
public final class PictureExportCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.asset.keyOption")
    private @Nullable String key;

    @Parameters(index = "1", paramLabel = "PICTURE", descriptionKey = "cli.picture.which")
    private @Nullable String which;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            descriptionKey = "cli.picture.out")
    private @Nullable Path out;

    @Option(names = "--force", descriptionKey = "cli.report.force")
    private boolean force;

    public PictureExportCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Path file = require(out);
        OutputFiles.check(file, force);
        Asset asset = workspace.assets().get(AssetKey.parse(require(key))).asset();
        Picture picture = asset.pictures().get(AssetPictures.find(asset, require(which)));
        byte[] bytes = workspace.pictures().get(picture).bytes();
        try {
            DurableFiles.write(file.toAbsolutePath(), bytes);
        } catch (IOException e) {
            throw Problem.of(
                            "problem.file.unwritable",
                            file.toString(),
                            String.valueOf(e.getMessage()))
                    .asException(e);
        }
        if (output.isJson()) {
            output.json(Map.of("file", file.toString(), "sha256", picture.sha256()));
        } else {
            output.line(texts().get("cli.picture.exported", file.toString()));
        }
        return 0;
    }
}
