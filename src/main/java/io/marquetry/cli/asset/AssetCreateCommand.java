package io.marquetry.cli.asset;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code asset create}: adds an asset as a draft of whoever works here. */
@Command(name = "create")
public final class AssetCreateCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.asset.newKey")
    private @Nullable String key;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            required = true,
            descriptionKey = "cli.asset.kind")
    private Asset.@Nullable Kind kind;

    @Mixin private AssetOptions options = new AssetOptions();

    public AssetCreateCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        AssetKey wanted = AssetKey.parse(require(key));
        Asset bare =
                new Asset(
                        wanted,
                        require(kind),
                        LocalizedText.of(texts().locale(), options.name().orElse(wanted.value())),
                        Optional.empty(),
                        new TreeMap<>());
        workspace.assets().create(options.said(bare, texts().locale()));
        workspace.assets().keep(List.of(wanted), options::kept);
        if (output.isJson()) {
            output.json(Map.of("key", wanted.value()));
        } else {
            output.line(texts().get("cli.asset.created", wanted.value()));
        }
        return 0;
    }
}
