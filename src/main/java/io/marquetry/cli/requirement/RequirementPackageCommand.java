package io.marquetry.cli.requirement;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.source.SourceChoice;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Map;

/** {@code requirement package}: makes a package of the tags that were accepted. */
@Command(name = "package")
public final class RequirementPackageCommand extends OneRequirementCommand {

    @Parameters(index = "1", paramLabel = "PACKAGE", descriptionKey = "cli.package.newKey")
    private @Nullable String pack;

    @Option(names = "--name", paramLabel = "TEXT", descriptionKey = "cli.requirement.packName")
    private @Nullable String name;

    @Option(names = "--source", paramLabel = "NAME", descriptionKey = "cli.package.sourceOption")
    private @Nullable String source;

    public RequirementPackageCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        PackageKey wanted = PackageKey.parse(require(pack));
        String called = name == null ? workspace.requirements().get(key()).value().goal() : name;
        workspace
                .requirements()
                .make(
                        key(),
                        wanted,
                        LocalizedText.of(texts().locale(), called),
                        SourceChoice.of(workspace.sources(), source));
        if (output.isJson()) {
            output.json(Map.of("key", key().value(), "package", wanted.value()));
        } else {
            output.line(texts().get("cli.package.created", wanted.value()));
        }
        return 0;
    }
}
