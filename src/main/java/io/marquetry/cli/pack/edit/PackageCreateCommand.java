package io.marquetry.cli.pack.edit;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.cli.source.SourceChoice;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code package create}: composes a package by the same edits as the window. */
@Command(name = "create")
public final class PackageCreateCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.package.newKey")
    private @Nullable String key;

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            required = true,
            descriptionKey = "cli.package.nameOption")
    private @Nullable String name;

    @Option(names = "--source", paramLabel = "NAME", descriptionKey = "cli.package.sourceOption")
    private @Nullable String source;

    @Option(names = "--expression", paramLabel = "TEXT", descriptionKey = "cli.package.expression")
    private @Nullable String expression;

    @Option(names = "--benefit", paramLabel = "KEY", descriptionKey = "cli.package.benefit")
    private List<String> benefits = List.of();

    @Option(names = "--content", paramLabel = "KEY", descriptionKey = "cli.package.content")
    private List<String> contents = List.of();

    @Option(names = "--rule", paramLabel = "KEY", descriptionKey = "cli.package.rule")
    private List<String> rules = List.of();

    public PackageCreateCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        PackageKey wanted = PackageKey.parse(require(key));
        workspace
                .packages()
                .create(
                        wanted,
                        LocalizedText.of(texts().locale(), require(name)),
                        SourceChoice.of(workspace.sources(), source).name(),
                        edits());
        if (output.isJson()) {
            output.json(Map.of("key", wanted.value()));
        } else {
            output.line(texts().get("cli.package.created", wanted.value()));
        }
        return 0;
    }

    private List<PackageEdit> edits() {
        List<PackageEdit> edits = new ArrayList<>();
        if (expression != null) {
            edits.add(new PackageEdit.ReplaceAudience(ExpressionText.parse(expression)));
        }
        add(edits, Category.BENEFIT, benefits);
        add(edits, Category.CONTENT, contents);
        add(edits, Category.RULE, rules);
        return edits;
    }

    private static void add(List<PackageEdit> edits, Category zone, List<String> keys) {
        for (int i = 0; i < keys.size(); i++) {
            edits.add(new PackageEdit.AddToZone(TagKey.parse(keys.get(i)), zone, i));
        }
    }
}
