package io.marquetry.cli;

import io.marquetry.base.Texts;
import io.marquetry.cli.asset.AssetGroup;
import io.marquetry.cli.audience.AudienceGroup;
import io.marquetry.cli.audience.PreviewCommand;
import io.marquetry.cli.audit.AuditGroup;
import io.marquetry.cli.common.CommandFailures;
import io.marquetry.cli.common.CommandTools;
import io.marquetry.cli.common.WithinMemory;
import io.marquetry.cli.dispatch.AccountGroup;
import io.marquetry.cli.dispatch.CouponsGroup;
import io.marquetry.cli.dispatch.DispatchGroup;
import io.marquetry.cli.dispatch.SeriesGroup;
import io.marquetry.cli.dispatch.SuppressGroup;
import io.marquetry.cli.effect.EffectGroup;
import io.marquetry.cli.library.LibraryGroup;
import io.marquetry.cli.outcomes.OutcomesGroup;
import io.marquetry.cli.overview.OverviewCommand;
import io.marquetry.cli.pack.PackageGroup;
import io.marquetry.cli.requirement.RequirementGroup;
import io.marquetry.cli.source.GenerateCommand;
import io.marquetry.cli.source.ProfilesGroup;
import io.marquetry.cli.source.SourceGroup;
import io.marquetry.cli.tag.TagGroup;
import io.marquetry.cli.update.UpdateGroup;
import io.marquetry.cli.vault.VaultGroup;
import io.marquetry.cli.workspace.RecoveryGroup;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

import java.time.InstantSource;

/** Puts the command line together: the one list of all nouns; each knows its own commands. */
public final class Commands {

    private Commands() {}

    /**
     * Adds every command to the root.
     *
     * @param root without subcommands
     * @param clock tells the time of imports and versions
     * @return the root, ready to execute
     */
    public static CommandLine addTo(
            CommandLine root, WorkspaceOpener opener, Texts texts, InstantSource clock) {
        CommandTools tools = new CommandTools(opener, texts, clock);
        root.addSubcommand("profiles", ProfilesGroup.of(tools));
        root.addSubcommand("source", SourceGroup.of(tools));
        root.addSubcommand("workspace", RecoveryGroup.of(tools));
        root.addSubcommand("tag", TagGroup.of(tools));
        root.addSubcommand("asset", AssetGroup.of(tools));
        root.addSubcommand("package", PackageGroup.of(tools));
        root.addSubcommand("requirement", RequirementGroup.of(tools));
        root.addSubcommand("generate", new CommandLine(new GenerateCommand(opener, texts)));
        root.addSubcommand("preview", new CommandLine(new PreviewCommand(opener, texts)));
        root.addSubcommand("audience", AudienceGroup.of(tools));
        root.addSubcommand("dispatch", DispatchGroup.of(tools));
        root.addSubcommand("account", AccountGroup.of(tools));
        root.addSubcommand("coupons", CouponsGroup.of(tools));
        root.addSubcommand("series", SeriesGroup.of(tools));
        root.addSubcommand("suppress", SuppressGroup.of(tools));
        root.addSubcommand("outcomes", OutcomesGroup.of(tools));
        root.addSubcommand("effect", EffectGroup.of(tools));
        root.addSubcommand("library", LibraryGroup.of(tools));
        root.addSubcommand("overview", new OverviewCommand(tools.opener(), tools.texts()));
        root.addSubcommand("audit", AuditGroup.of(tools));
        root.addSubcommand("vault", VaultGroup.of(tools));
        root.addSubcommand("update", UpdateGroup.of(tools));
        root.getSubcommands().values().forEach(Commands::addHelp);
        root.setResourceBundle(texts.bundle());
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setExecutionExceptionHandler(new CommandFailures(texts));
        root.setExecutionStrategy(new WithinMemory(texts));
        return root;
    }

    private static void addHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(
                        OptionSpec.builder("-h", "--help")
                                .usageHelp(true)
                                .descriptionKey("cli.option.help")
                                .build());
        command.getSubcommands().values().forEach(Commands::addHelp);
    }
}
