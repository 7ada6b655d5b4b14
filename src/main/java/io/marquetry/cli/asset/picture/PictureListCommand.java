package io.marquetry.cli.asset.picture;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.asset.AssetKey;
import io.marquetry.asset.Picture;
import io.marquetry.asset.PictureFile;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code asset picture list}: what an asset shows, in its order. */
@Command(name = "list")
public final class PictureListCommand extends WorkspaceCommand {

    private static final int SHORT = 12;

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.asset.keyOption")
    private @Nullable String key;

    public PictureListCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        List<Picture> pictures =
                workspace.assets().get(AssetKey.parse(require(key))).asset().pictures();
        List<Map<String, Object>> trees = new ArrayList<>();
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("cli.picture.place"),
                                texts().get("cli.picture.type"),
                                texts().get("cli.picture.pixels"),
                                texts().get("cli.picture.kilobytes"),
                                texts().get("cli.picture.hash"),
                                texts().get("cli.picture.words")),
                        Set.of(0, 3));
        for (Picture picture : pictures) {
            int place = trees.size() + 1;
            Optional<PictureFile> file = workspace.pictures().file(picture);
            trees.add(tree(place, picture, file));
            table.add(
                    Integer.toString(place),
                    picture.type().name(),
                    file.map(one -> one.width() + " × " + one.height())
                            .orElse(texts().get("cli.picture.absent")),
                    texts().get("cli.picture.size", (picture.size() + 1023) / 1024),
                    picture.sha256().substring(0, SHORT),
                    picture.text().map(words -> words.in(texts().locale())).orElse("-"));
        }
        if (output.isJson()) {
            output.json(trees);
        } else if (pictures.isEmpty()) {
            output.remark(texts().get("cli.picture.none"));
        } else {
            table.lines().forEach(output::line);
        }
        return 0;
    }

    private static Map<String, Object> tree(
            int place, Picture picture, Optional<PictureFile> file) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("picture", place);
        tree.put("sha256", picture.sha256());
        tree.put("mediaType", picture.type().mediaType());
        tree.put("size", picture.size());
        file.ifPresent(
                one -> {
                    tree.put("width", one.width());
                    tree.put("height", one.height());
                });
        picture.text().ifPresent(words -> tree.put("text", words.byLanguage()));
        return tree;
    }
}
