package io.marquetry.cli.asset.picture;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.Picture;
import io.marquetry.base.LocalizedText;
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

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code asset picture edit}: what a picture says, and where it stands. */
@Command(name = "edit")
public final class PictureEditCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.asset.keyOption")
    private @Nullable String key;

    @Parameters(index = "1", paramLabel = "PICTURE", descriptionKey = "cli.picture.which")
    private @Nullable String which;

    @Option(names = "--alt", paramLabel = "TEXT", descriptionKey = "cli.picture.alt")
    private @Nullable String alt;

    @Option(names = "--to", paramLabel = "PLACE", descriptionKey = "cli.picture.to")
    private @Nullable Integer to;

    public PictureEditCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        AssetKey wanted = AssetKey.parse(require(key));
        Asset asset = workspace.assets().get(wanted).asset();
        int index = AssetPictures.find(asset, require(which));
        Picture before = asset.pictures().get(index);
        int place = to == null ? index + 1 : to;
        Optional<LocalizedText> words =
                alt == null ? before.text() : said(before.text(), alt, texts().locale());
        workspace.pictures().change(wanted, before.sha256(), words, place);
        if (output.isJson()) {
            output.json(Map.of("key", wanted.value(), "sha256", before.sha256()));
        } else {
            output.line(texts().get("cli.asset.edited", wanted.value()));
        }
        return 0;
    }

    private static Optional<LocalizedText> said(
            Optional<LocalizedText> before, String told, Locale locale) {
        return told.isBlank()
                ? Optional.empty()
                : Optional.of(
                        before.map(words -> words.with(locale, told))
                                .orElseGet(() -> LocalizedText.of(locale, told)));
    }
}
