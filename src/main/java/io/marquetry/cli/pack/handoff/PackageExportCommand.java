package io.marquetry.cli.pack.handoff;

import io.marquetry.audience.AudienceSql;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.OutputFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.cli.pack.look.PackageShown;
import io.marquetry.handoff.PackageDocumentJson;
import io.marquetry.handoff.PackageHandoff;
import io.marquetry.handoff.enclose.Enclosing;
import io.marquetry.handoff.enclose.Wanted;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.PackageVersion;
import io.marquetry.pack.Packages;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code package export}: finishes a package and writes its document. */
@Command(name = "export")
public final class PackageExportCommand extends WorkspaceCommand {

    private static final String STDOUT = "-";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "KEY",
            descriptionKey = "cli.package.keyOption")
    private @Nullable String key;

    @Option(names = "--all", descriptionKey = "cli.package.exportAll")
    private boolean all;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "cli.package.out")
    private @Nullable Path out;

    @Option(names = "--force", descriptionKey = "cli.report.force")
    private boolean force;

    @Option(names = "--version", paramLabel = "N", descriptionKey = "cli.package.versionOption")
    private @Nullable Integer number;

    @Option(
            names = "--with-recipients",
            paramLabel = "CSV|JSONL|PARQUET",
            descriptionKey = "cli.package.withRecipients")
    private Wanted.@Nullable Form recipients;

    @Option(names = "--sql", paramLabel = "H2|DUCKDB|POSTGRES", descriptionKey = "cli.package.sql")
    private AudienceSql.@Nullable Engine sql;

    @Option(names = "--readable", descriptionKey = "cli.package.readable")
    private boolean readable;

    public PackageExportCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        String one = key;
        if (all == (one != null) || all && number != null) {
            throw Problem.of("problem.export.which").asException();
        }
        if (recipients != null || sql != null || readable) {
            if (one == null || out != null && out.toString().equals(STDOUT)) {
                throw Problem.of("problem.export.oneFile").asException();
            }
            enclosed(workspace, PackageKey.parse(one), output);
            return 0;
        }
        if (one == null) {
            return everyPackage(workspace.packages(), output);
        }
        PackageKey wanted = PackageKey.parse(one);
        if (out != null && out.toString().equals(STDOUT)) {
            output.line(version(workspace.packages(), wanted).document());
            return 0;
        }
        export(workspace, wanted, output);
        return 0;
    }

    private void enclosed(Workspace workspace, PackageKey one, CommandOutput output) {
        Wanted wanted =
                new Wanted(Optional.ofNullable(recipients), Optional.ofNullable(sql), readable);
        Path file = out == null ? Path.of(one.value() + ".json") : out;
        refuseOther(file);
        wanted.recipients()
                .map(form -> Enclosing.recipientsOf(file, form))
                .ifPresent(beside -> OutputFiles.check(beside, force));
        PackageVersion version = version(workspace.packages(), one);
        Enclosing.Written written =
                workspace.enclosing().write(version, file, wanted, new CancelSignal());
        if (output.isJson()) {
            Map<String, Object> tree = json(one, file, version, written.hash());
            written.recipients().ifPresent(beside -> tree.put("recipients", beside.toString()));
            output.json(tree);
        } else {
            output.line(told(one, file, version));
        }
        written.recipients()
                .ifPresent(
                        beside ->
                                output.remark(
                                        texts().get(
                                                        "cli.package.recipientsWarned",
                                                        beside.toString(),
                                                        written.people())));
        if (written.formulas() > 0) {
            output.remark(texts().get("cli.package.formulasWarned", written.formulas()));
        }
    }

    private PackageVersion version(Packages packages, PackageKey wanted) {
        return number == null
                ? packages.finish(wanted, new CancelSignal())
                : packages.version(wanted, number);
    }

    private void export(Workspace workspace, PackageKey wanted, CommandOutput output) {
        Packages packages = workspace.packages();
        Path file = out == null ? Path.of(wanted.value() + ".json") : out;
        refuseOther(file);
        CancelSignal signal = new CancelSignal();
        PackageVersion version =
                number == null
                        ? packages.export(wanted, file, signal)
                        : packages.export(wanted, number, file);
        AssetPackage pack = packages.get(wanted).current();
        // Where the source of the package is not here, nobody can count the people that warnings
        // speak of.
        boolean counted = number == null && workspace.sources().find(pack.source()).isPresent();
        List<String> warnings =
                counted
                        ? workspace.checks().open(pack, signal).stream()
                                .map(texts()::sentence)
                                .toList()
                        : List.of();
        if (output.isJson()) {
            Map<String, Object> tree =
                    json(wanted, file, version, PackageDocumentJson.ownHash(version));
            tree.put("warnings", warnings);
            output.json(tree);
        } else {
            output.line(told(wanted, file, version));
            warnings.forEach(warning -> output.remark(texts().get("cli.package.warning", warning)));
        }
    }

    /** What cannot be finished is told, and keeps nothing else from leaving. */
    private int everyPackage(Packages packages, CommandOutput output) {
        Path folder = out == null ? Path.of("") : out;
        List<Map<String, Object>> written = new ArrayList<>();
        int failed = 0;
        for (PackageRepository.Summary summary : packages.list()) {
            PackageKey wanted = summary.pack().key();
            try {
                Path file = folder.resolve(wanted.value() + ".json");
                refuseOther(file);
                PackageVersion version = packages.export(wanted, file, new CancelSignal());
                written.add(json(wanted, file, version, PackageDocumentJson.ownHash(version)));
                if (!output.isJson()) {
                    output.line(told(wanted, file, version));
                }
            } catch (ProblemException e) {
                failed++;
                output.remark(
                        texts().get(
                                        "cli.package.notExported",
                                        wanted.value(),
                                        texts().sentence(e.problem())));
            }
        }
        if (output.isJson()) {
            output.json(written);
        }
        return failed == 0 ? 0 : 1;
    }

    private void refuseOther(Path file) {
        OutputFiles.check(file, force, PackageHandoff::isDocument);
    }

    private String told(PackageKey wanted, Path file, PackageVersion version) {
        return texts().get(
                        "cli.package.exported", wanted.value(), version.number(), file.toString());
    }

    private static Map<String, Object> json(
            PackageKey wanted, Path file, PackageVersion version, String hash) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("key", wanted.value());
        tree.put("file", file.toString());
        tree.put("sha256", hash);
        tree.putAll(PackageShown.json(version));
        return tree;
    }
}
