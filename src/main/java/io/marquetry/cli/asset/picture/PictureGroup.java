package io.marquetry.cli.asset.picture;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code asset picture}: the pictures that an asset shows. */
public final class PictureGroup {

    private PictureGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("picture", tools)
                .with("list", () -> new PictureListCommand(tools.opener(), tools.texts()))
                .with("add", () -> new PictureAddCommand(tools.opener(), tools.texts()))
                .with("edit", () -> new PictureEditCommand(tools.opener(), tools.texts()))
                .with("remove", () -> new PictureRemoveCommand(tools.opener(), tools.texts()))
                .with("export", () -> new PictureExportCommand(tools.opener(), tools.texts()))
                .made();
    }
}
