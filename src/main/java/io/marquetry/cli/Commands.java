package io.marquetry.cli;

import io.marquetry.base.Texts;
import io.marquetry.cli.audience.AudienceCommand;
import io.marquetry.cli.audience.AudienceExplainCommand;
import io.marquetry.cli.audience.AudienceOverlapCommand;
import io.marquetry.cli.audience.PreviewCommand;
import io.marquetry.cli.common.CommandFailures;
import io.marquetry.cli.effect.EffectAdviseCommand;
import io.marquetry.cli.effect.EffectCommand;
import io.marquetry.cli.effect.EffectPowerCommand;
import io.marquetry.cli.effect.EffectReportCommand;
import io.marquetry.cli.effect.EffectShowCommand;
import io.marquetry.cli.effect.EffectWatchCommand;
import io.marquetry.cli.outcomes.OutcomesCommand;
import io.marquetry.cli.outcomes.OutcomesImportCommand;
import io.marquetry.cli.outcomes.OutcomesLinkCommand;
import io.marquetry.cli.outcomes.OutcomesListCommand;
import io.marquetry.cli.outcomes.OutcomesRemoveCommand;
import io.marquetry.cli.pack.PackageCommand;
import io.marquetry.cli.pack.PackageCreateCommand;
import io.marquetry.cli.pack.PackageExportCommand;
import io.marquetry.cli.pack.PackageListCommand;
import io.marquetry.cli.pack.PackageShowCommand;
import io.marquetry.cli.pack.PackageValidateCommand;
import io.marquetry.cli.source.GenerateCommand;
import io.marquetry.cli.source.ProfilesCommand;
import io.marquetry.cli.source.ProfilesImportCommand;
import io.marquetry.cli.source.SourceAddCommand;
import io.marquetry.cli.source.SourceCheckCommand;
import io.marquetry.cli.source.SourceCommand;
import io.marquetry.cli.source.SourceListCommand;
import io.marquetry.cli.source.SourceRefreshCommand;
import io.marquetry.cli.tag.TagCommand;
import io.marquetry.cli.tag.TagImportCommand;
import io.marquetry.cli.tag.TagLintCommand;
import io.marquetry.cli.tag.TagListCommand;
import io.marquetry.cli.tag.TagShowCommand;
import io.marquetry.cli.tag.TagWatchCommand;
import io.marquetry.cli.workspace.BackupsCommand;
import io.marquetry.cli.workspace.RecoveryCommand;
import io.marquetry.cli.workspace.RestoreCommand;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

import java.time.InstantSource;

/** Puts the command line together: the one list of all commands. */
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
        root.addSubcommand(
                "profiles",
                new CommandLine(new ProfilesCommand())
                        .addSubcommand("import", new ProfilesImportCommand(opener, texts, clock)));
        root.addSubcommand(
                "source",
                new CommandLine(new SourceCommand())
                        .addSubcommand("list", new SourceListCommand(opener, texts))
                        .addSubcommand("add", new SourceAddCommand(opener, texts))
                        .addSubcommand("check", new SourceCheckCommand(opener, texts))
                        .addSubcommand("refresh", new SourceRefreshCommand(opener, texts)));
        root.addSubcommand(
                "workspace",
                new CommandLine(new RecoveryCommand())
                        .addSubcommand("backups", new BackupsCommand(texts, clock))
                        .addSubcommand("restore", new RestoreCommand(texts, clock)));
        root.addSubcommand("tag", tags(opener, texts));
        root.addSubcommand("package", packages(opener, texts));
        root.addSubcommand("generate", new CommandLine(new GenerateCommand(opener, texts)));
        root.addSubcommand("preview", new CommandLine(new PreviewCommand(opener, texts)));
        root.addSubcommand(
                "audience",
                new CommandLine(new AudienceCommand())
                        .addSubcommand("explain", new AudienceExplainCommand(opener, texts))
                        .addSubcommand("overlap", new AudienceOverlapCommand(opener, texts)));
        root.addSubcommand("outcomes", outcomes(opener, texts, clock));
        root.addSubcommand("effect", effect(opener, texts));
        root.getSubcommands().values().forEach(Commands::addHelp);
        root.setResourceBundle(texts.bundle());
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setExecutionExceptionHandler(new CommandFailures(texts));
        return root;
    }

    private static CommandLine tags(WorkspaceOpener opener, Texts texts) {
        return new CommandLine(new TagCommand())
                .addSubcommand("import", new TagImportCommand(opener, texts))
                .addSubcommand("list", new TagListCommand(opener, texts))
                .addSubcommand("lint", new TagLintCommand(opener, texts))
                .addSubcommand("show", new TagShowCommand(opener, texts))
                .addSubcommand("watch", new TagWatchCommand(opener, texts));
    }

    private static CommandLine packages(WorkspaceOpener opener, Texts texts) {
        return new CommandLine(new PackageCommand())
                .addSubcommand("list", new PackageListCommand(opener, texts))
                .addSubcommand("show", new PackageShowCommand(opener, texts))
                .addSubcommand("create", new PackageCreateCommand(opener, texts))
                .addSubcommand("export", new PackageExportCommand(opener, texts))
                .addSubcommand("validate", new PackageValidateCommand(texts));
    }

    private static CommandLine outcomes(WorkspaceOpener opener, Texts texts, InstantSource clock) {
        return new CommandLine(new OutcomesCommand())
                .addSubcommand("import", new OutcomesImportCommand(opener, texts))
                .addSubcommand("link", new OutcomesLinkCommand(opener, texts, clock))
                .addSubcommand("list", new OutcomesListCommand(opener, texts))
                .addSubcommand("remove", new OutcomesRemoveCommand(opener, texts));
    }

    private static CommandLine effect(WorkspaceOpener opener, Texts texts) {
        return new CommandLine(new EffectCommand())
                .addSubcommand("show", new EffectShowCommand(opener, texts))
                .addSubcommand("watch", new EffectWatchCommand(opener, texts))
                .addSubcommand("advise", new EffectAdviseCommand(opener, texts))
                .addSubcommand("report", new EffectReportCommand(opener, texts))
                .addSubcommand("power", new EffectPowerCommand(texts));
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
