package io.marquetry.cli;

import io.marquetry.base.Texts;
import io.marquetry.cli.asset.AssetGroup;
import io.marquetry.cli.audience.AudienceGroup;
import io.marquetry.cli.audience.PreviewCommand;
import io.marquetry.cli.audit.AuditGroup;
import io.marquetry.cli.common.CommandFailures;
import io.marquetry.cli.common.CommandTools;
import io.marquetry.cli.common.UsageFailures;
import io.marquetry.cli.common.WithinMemory;
import io.marquetry.cli.dispatch.DispatchGroup;
import io.marquetry.cli.dispatch.account.AccountGroup;
import io.marquetry.cli.dispatch.coupons.CouponsGroup;
import io.marquetry.cli.dispatch.series.SeriesGroup;
import io.marquetry.cli.dispatch.suppress.SuppressGroup;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

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
        return addTo(root, opener, texts, clock, List.of());
    }

    /**
     * Adds the noun that the arguments begin with, behind the workspace if that is named, and of
     * its commands the one they go on with; all of them where the arguments name none. To read what
     * all commands are costs more than most of them.
     *
     * @param arguments what the root is going to execute
     * @return the root, ready to execute
     */
    public static CommandLine addTo(
            CommandLine root,
            WorkspaceOpener opener,
            Texts texts,
            InstantSource clock,
            List<String> arguments) {
        List<String> asked = fromNoun(arguments);
        Map<String, Supplier<CommandLine>> nouns =
                nouns(new CommandTools(opener, texts, clock, asked).below(), opener, texts);
        if (!asked.isEmpty() && nouns.containsKey(asked.getFirst())) {
            nouns.keySet().retainAll(Set.of(asked.getFirst()));
        }
        nouns.forEach((noun, commands) -> root.addSubcommand(noun, commands.get()));
        return readied(root, texts);
    }

    /** Returns the arguments from the noun on; the workspace may be named before it. */
    private static List<String> fromNoun(List<String> arguments) {
        int noun = 0;
        while (noun < arguments.size() && arguments.get(noun).matches("--workspace(=.*)?")) {
            noun += arguments.get(noun).contains("=") ? 1 : 2;
        }
        return arguments.subList(Math.min(noun, arguments.size()), arguments.size());
    }

    /**
     * Gives a command and all below their words. Only whoever reads them needs this: picocli lists
     * all texts of the program for each command, which takes longer than most commands.
     */
    public static CommandLine worded(CommandLine command, Texts texts) {
        command.setResourceBundle(texts.bundle());
        head(command, texts);
        return command;
    }

    private static void head(CommandLine command, Texts texts) {
        command.getCommandSpec()
                .usageMessage()
                .synopsisHeading(texts.get("cli.usage.heading"))
                .commandListHeading(texts.get("cli.usage.commands") + "%n");
        command.getSubcommands().values().forEach(below -> head(below, texts));
    }

    private static CommandLine readied(CommandLine root, Texts texts) {
        root.getSubcommands().values().forEach(Commands::addHelp);
        root.setHelpFactory(
                (spec, colors) -> {
                    if (spec.resourceBundle() == null) {
                        worded(spec.commandLine(), texts);
                    }
                    return new CommandLine.Help(spec, colors);
                });
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setParameterExceptionHandler(new UsageFailures(texts));
        root.setExecutionExceptionHandler(new CommandFailures(texts));
        root.setExecutionStrategy(new WithinMemory(texts));
        return root;
    }

    private static Map<String, Supplier<CommandLine>> nouns(
            CommandTools tools, WorkspaceOpener opener, Texts texts) {
        Map<String, Supplier<CommandLine>> all = new LinkedHashMap<>();
        all.put("profiles", () -> ProfilesGroup.of(tools));
        all.put("source", () -> SourceGroup.of(tools));
        all.put("workspace", () -> RecoveryGroup.of(tools));
        all.put("tag", () -> TagGroup.of(tools));
        all.put("asset", () -> AssetGroup.of(tools));
        all.put("package", () -> PackageGroup.of(tools));
        all.put("requirement", () -> RequirementGroup.of(tools));
        all.put("generate", () -> new CommandLine(new GenerateCommand(opener, texts)));
        all.put("preview", () -> new CommandLine(new PreviewCommand(opener, texts)));
        all.put("audience", () -> AudienceGroup.of(tools));
        all.put("dispatch", () -> DispatchGroup.of(tools));
        all.put("account", () -> AccountGroup.of(tools));
        all.put("coupons", () -> CouponsGroup.of(tools));
        all.put("series", () -> SeriesGroup.of(tools));
        all.put("suppress", () -> SuppressGroup.of(tools));
        all.put("outcomes", () -> OutcomesGroup.of(tools));
        all.put("effect", () -> EffectGroup.of(tools));
        all.put("library", () -> LibraryGroup.of(tools));
        all.put(
                "overview",
                () -> new CommandLine(new OverviewCommand(tools.opener(), tools.texts())));
        all.put("audit", () -> AuditGroup.of(tools));
        all.put("vault", () -> VaultGroup.of(tools));
        all.put("update", () -> UpdateGroup.of(tools));
        return all;
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
