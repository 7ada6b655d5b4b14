package io.marquetry.cli.pack.handoff;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.OutputFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.handoff.bundle.BundleContent;
import io.marquetry.handoff.bundle.BundleFile;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.pack.Packages;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code package bundle}: writes finished packages into one file. */
@Command(name = "bundle")
public final class PackageBundleCommand extends WorkspaceCommand {

    @Parameters(arity = "0..*", paramLabel = "KEY", descriptionKey = "cli.package.bundleKeys")
    private List<String> keys = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            descriptionKey = "cli.package.bundleOut")
    private @Nullable Path out;

    @Option(names = "--history", descriptionKey = "cli.package.history")
    private boolean history;

    @Option(names = "--force", descriptionKey = "cli.report.force")
    private boolean force;

    public PackageBundleCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Path file = require(out);
        OutputFiles.check(file, force, BundleFile::isBundle);
        BundleContent content =
                new BundleContent(workspace.sources().list(), workspace.pictures()::file);
        versions(workspace.packages()).forEach(content::add);
        if (content.names().isEmpty()) {
            throw Problem.of("problem.bundle.nothing").asException();
        }
        BundleFile.write(file, content.bundle());
        content.left(texts()).ifPresent(output::remark);
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("file", file.toString());
            tree.put("documents", content.names());
            output.json(tree);
        } else {
            output.line(
                    texts().get("cli.package.bundled", content.names().size(), file.toString()));
        }
        return 0;
    }

    private List<PackageVersion> versions(Packages packages) {
        if (keys.isEmpty()) {
            return history
                    ? packages.latest().keySet().stream()
                            .flatMap(key -> packages.versions(key).stream())
                            .toList()
                    : List.copyOf(packages.latest().values());
        }
        return keys.stream()
                .map(PackageKey::parse)
                .flatMap(key -> versions(packages, key).stream())
                .toList();
    }

    private List<PackageVersion> versions(Packages packages, PackageKey key) {
        List<PackageVersion> all =
                history ? packages.versions(key) : packages.latest(key).stream().toList();
        if (all.isEmpty()) {
            packages.get(key);
            throw Problem.of("problem.bundle.unfinished", key.value()).asException();
        }
        return all;
    }
}
