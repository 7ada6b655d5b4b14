package io.marquetry.cli.pack;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageDifference;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.pack.Packages;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.stream.Stream;

/** {@code package diff}: in what a package differs from one of its versions. */
@Command(name = "diff")
public final class PackageDiffCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.package.keyOption")
    private @Nullable String key;

    @Option(names = "--from", paramLabel = "N", descriptionKey = "cli.package.from")
    private @Nullable Integer from;

    @Option(names = "--to", paramLabel = "N", descriptionKey = "cli.package.to")
    private @Nullable Integer to;

    public PackageDiffCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        PackageKey wanted = PackageKey.parse(require(key));
        Packages packages = workspace.packages();
        AssetPackage draft = packages.get(wanted).current();
        PackageVersion before =
                from == null
                        ? packages.latest(wanted)
                                .orElseThrow(
                                        () ->
                                                Problem.of(
                                                                "problem.preview.noVersion",
                                                                wanted.value())
                                                        .asException())
                        : packages.version(wanted, from);
        AssetPackage after = to == null ? draft : packages.said(packages.version(wanted, to));
        List<PackageDifference> found = PackageDifference.between(packages.said(before), after);
        if (output.isJson()) {
            output.json(found.stream().map(PackageShown::difference).toList());
        } else if (found.isEmpty()) {
            output.line(texts().get("cli.package.same", wanted.value(), before.number()));
        } else {
            found.forEach(difference -> output.line(line(difference)));
        }
        return 0;
    }

    private String line(PackageDifference difference) {
        return switch (difference) {
            case PackageDifference.Name name ->
                    turned(
                            "cli.package.name",
                            name.before().in(texts().locale()),
                            name.after().in(texts().locale()));
            case PackageDifference.Source source ->
                    turned("cli.package.source", source.before().value(), source.after().value());
            case PackageDifference.Audience audience ->
                    turned(
                            "problem.category.AUDIENCE",
                            ExpressionText.write(audience.before()),
                            ExpressionText.write(audience.after()));
            case PackageDifference.Zone zone ->
                    texts().get("problem.category." + zone.zone())
                            + ": "
                            + Stream.concat(
                                            zone.removed().stream().map(tag -> "- " + tag),
                                            zone.added().stream().map(tag -> "+ " + tag))
                                    .reduce((one, other) -> one + ", " + other)
                                    .orElseGet(() -> texts().get("cli.package.reordered"));
        };
    }

    private String turned(String title, String before, String after) {
        return texts().get("cli.package.turned", texts().get(title), before, after);
    }
}
