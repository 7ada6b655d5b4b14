package io.marquetry.cli.asset;

import io.marquetry.cli.asset.picture.PictureGroup;
import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code asset}: what the tags of a workspace stand for. */
public final class AssetGroup {

    private AssetGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("asset", tools)
                .with("list", () -> new AssetListCommand(tools.opener(), tools.texts()))
                .with("lint", () -> new AssetLintCommand(tools.opener(), tools.texts()))
                .with("show", () -> new AssetShowCommand(tools.opener(), tools.texts()))
                .with("create", () -> new AssetCreateCommand(tools.opener(), tools.texts()))
                .with("edit", () -> new AssetEditCommand(tools.opener(), tools.texts()))
                .with("picture", () -> PictureGroup.of(tools.below()))
                .with("proof", () -> new AssetProofCommand(tools.opener(), tools.texts()))
                .with("activate", () -> new AssetActivateCommand(tools.opener(), tools.texts()))
                .with("deprecate", () -> new AssetDeprecateCommand(tools.opener(), tools.texts()))
                .with("retire", () -> new AssetRetireCommand(tools.opener(), tools.texts()))
                .with("delete", () -> new AssetDeleteCommand(tools.opener(), tools.texts()))
                .with("import", () -> new AssetImportCommand(tools.opener(), tools.texts()))
                .with("export", () -> new AssetExportCommand(tools.opener(), tools.texts()))
                .made();
    }
}
