package io.marquetry.cli.asset.picture;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.asset.AssetKey;
import io.marquetry.asset.Picture;
import io.marquetry.asset.PictureFile;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code asset picture add}: an asset shows one picture more. */
@Command(name = "add")
public final class PictureAddCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.asset.keyOption")
    private @Nullable String key;

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "cli.picture.file")
    private @Nullable Path file;

    @Option(names = "--alt", paramLabel = "TEXT", descriptionKey = "cli.picture.alt")
    private @Nullable String alt;

    public PictureAddCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        AssetKey asset = AssetKey.parse(require(key));
        PictureFile read = PictureFile.read(require(file));
        int place =
                workspace
                        .pictures()
                        .add(
                                asset,
                                read,
                                Optional.ofNullable(alt)
                                        .filter(words -> !words.isBlank())
                                        .map(words -> LocalizedText.of(texts().locale(), words)));
        Picture picture = read.picture();
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("key", asset.value());
            tree.put("picture", place);
            tree.put("sha256", picture.sha256());
            tree.put("mediaType", picture.type().mediaType());
            tree.put("size", picture.size());
            tree.put("width", read.width());
            tree.put("height", read.height());
            output.json(tree);
        } else {
            output.line(
                    texts().get(
                                    "cli.picture.added",
                                    asset.value(),
                                    place,
                                    picture.type().name(),
                                    read.width(),
                                    read.height()));
        }
        return 0;
    }
}
