package io.marquetry.cli.pack;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.OutputFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.handoff.PackageHandoff;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.pack.Packages;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code package export}: finishes a package and writes its document. */
@Command(name = "export")
public final class PackageExportCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.package.keyOption")
    private @Nullable String key;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "cli.package.out")
    private @Nullable Path out;

    @Option(names = "--force", descriptionKey = "cli.report.force")
    private boolean force;

    @Option(names = "--version", paramLabel = "N", descriptionKey = "cli.package.versionOption")
    private @Nullable Integer number;

    public PackageExportCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        PackageKey wanted = PackageKey.parse(require(key));
        Path file = out == null ? Path.of(wanted.value() + ".json") : out;
        OutputFiles.check(file);
        if (!force && Files.exists(file) && !PackageHandoff.isDocument(file)) {
            throw Problem.of("problem.output.other", file.toString()).asException();
        }
        Packages packages = workspace.packages();
        CancelSignal signal = new CancelSignal();
        PackageVersion version =
                number == null
                        ? packages.export(wanted, file, signal)
                        : packages.export(wanted, number, file);
        List<String> warnings =
                number == null
                        ? packages.warnings(packages.get(wanted).current(), signal).stream()
                                .map(texts()::sentence)
                                .toList()
                        : List.of();
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("key", wanted.value());
            tree.put("file", file.toString());
            tree.putAll(PackageShown.json(version));
            tree.put("warnings", warnings);
            output.json(tree);
        } else {
            output.line(
                    texts().get(
                                    "cli.package.exported",
                                    wanted.value(),
                                    version.number(),
                                    file.toString()));
            warnings.forEach(warning -> output.remark(texts().get("cli.package.warning", warning)));
        }
        return 0;
    }
}
