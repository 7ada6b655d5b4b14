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
        return CommandGroup.named("asset")
                .addSubcommand("list", new AssetListCommand(tools.opener(), tools.texts()))
                .addSubcommand("lint", new AssetLintCommand(tools.opener(), tools.texts()))
                .addSubcommand("show", new AssetShowCommand(tools.opener(), tools.texts()))
                .addSubcommand("create", new AssetCreateCommand(tools.opener(), tools.texts()))
                .addSubcommand("edit", new AssetEditCommand(tools.opener(), tools.texts()))
                .addSubcommand("picture", PictureGroup.of(tools))
                .addSubcommand("proof", new AssetProofCommand(tools.opener(), tools.texts()))
                .addSubcommand("activate", new AssetActivateCommand(tools.opener(), tools.texts()))
                .addSubcommand(
                        "deprecate", new AssetDeprecateCommand(tools.opener(), tools.texts()))
                .addSubcommand("retire", new AssetRetireCommand(tools.opener(), tools.texts()))
                .addSubcommand("delete", new AssetDeleteCommand(tools.opener(), tools.texts()))
                .addSubcommand("import", new AssetImportCommand(tools.opener(), tools.texts()))
                .addSubcommand("export", new AssetExportCommand(tools.opener(), tools.texts()));
    }
}
