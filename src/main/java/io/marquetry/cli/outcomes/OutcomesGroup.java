package io.marquetry.cli.outcomes;

import io.marquetry.cli.common.CommandGroup;
import io.marquetry.cli.common.CommandTools;

import picocli.CommandLine;

/** {@code outcomes}: what happened to targeted profiles. */
public final class OutcomesGroup {

    private OutcomesGroup() {}

    /** Returns the noun with its commands. */
    public static CommandLine of(CommandTools tools) {
        return CommandGroup.named("outcomes", tools)
                .with("import", () -> new OutcomesImportCommand(tools.opener(), tools.texts()))
                .with(
                        "link",
                        () -> new OutcomesLinkCommand(tools.opener(), tools.texts(), tools.clock()))
                .with("change", () -> new OutcomesChangeCommand(tools.opener(), tools.texts()))
                .with("list", () -> new OutcomesListCommand(tools.opener(), tools.texts()))
                .with("remove", () -> new OutcomesRemoveCommand(tools.opener(), tools.texts()))
                .made();
    }
}
