package io.marquetry.cli.pack.look;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.PlainJson;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.compare.ChangeWords;
import io.marquetry.compare.VersionDifferences;
import io.marquetry.compare.VersionDifferences.Counted;
import io.marquetry.compare.VersionDifferences.State;
import io.marquetry.compare.VersionDifferences.VersionDifference;
import io.marquetry.handoff.FinishedDocument;
import io.marquetry.handoff.PackageDocumentJson;
import io.marquetry.handoff.PackageValidation;
import io.marquetry.handoff.bundle.BundleFile;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.MembershipIndex;
import io.marquetry.json.JsonPatch;
import io.marquetry.json.StrictJson;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageDifference;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.pack.Packages;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code package diff}: how a package differs from one of its versions. */
@Command(name = "diff")
public final class PackageDiffCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.package.keyOption")
    private @Nullable String key;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            descriptionKey = "cli.package.diffFile")
    private @Nullable Path other;

    @Option(names = "--patch", descriptionKey = "cli.package.patch")
    private boolean patch;

    @Option(names = "--from", paramLabel = "N", descriptionKey = "cli.package.from")
    private @Nullable Integer from;

    @Option(names = "--to", paramLabel = "N", descriptionKey = "cli.package.to")
    private @Nullable Integer to;

    @Option(names = "--people", descriptionKey = "cli.package.people")
    private boolean people;

    public PackageDiffCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        if (other != null) {
            return files(workspace.packages(), Path.of(require(key)), other, output);
        }
        if (patch) {
            throw Problem.of("problem.diff.patch").asException();
        }
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
        if (people) {
            return people(workspace, wanted, before, output);
        }
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

    /** Two documents: in words, or as the steps that turn one into the other. */
    private int files(Packages packages, Path before, Path after, CommandOutput output) {
        PackageValidation validation = new PackageValidation();
        PackageVersion one = version(validation, before);
        PackageVersion two = version(validation, after);
        List<PackageDifference> found =
                PackageDifference.between(packages.said(one), packages.said(two));
        if (patch) {
            output.json(
                    PlainJson.of(
                            JsonPatch.between(
                                    StrictJson.read(one.document()),
                                    StrictJson.read(two.document()))));
        } else if (output.isJson()) {
            output.json(found.stream().map(PackageShown::difference).toList());
        } else if (one.document().equals(two.document())) {
            output.line(texts().get("cli.package.sameFiles"));
        } else if (found.isEmpty()) {
            output.line(texts().get("cli.package.samePackage"));
        } else {
            found.forEach(difference -> output.line(line(difference)));
        }
        return 0;
    }

    private int people(
            Workspace workspace, PackageKey wanted, PackageVersion from, CommandOutput output) {
        State before = State.of(PackageDocumentJson.read(from));
        State after =
                to == null
                        ? new State(
                                workspace.packages().get(wanted).current(),
                                workspace.tags().catalog(),
                                List.copyOf(workspace.tags().assets().values()))
                        : State.of(
                                PackageDocumentJson.read(workspace.packages().version(wanted, to)));
        CancelSignal signal = new CancelSignal();
        AudienceIndexes indexes = workspace.audiences().indexes();
        MembershipIndex index =
                indexes.index(
                        after.pack().source(), workspace.tags().catalog(), done -> {}, signal);
        VersionDifference told =
                new VersionDifferences(indexes).between(before, after, index, signal);
        ChangeWords words = new ChangeWords(texts(), TagKey::value);
        if (output.isJson()) {
            output.json(ChangesShown.json(told, words, index.snapshot()));
        } else if (told.changes().isEmpty()) {
            output.line(texts().get("cli.package.same", wanted.value(), from.number()));
        } else {
            table(told, words).lines().forEach(output::line);
        }
        return 0;
    }

    private static PackageVersion version(PackageValidation validation, Path file) {
        return FinishedDocument.read(validation, file.toString(), BundleFile.bytes(file)).version();
    }

    private TextTable table(VersionDifference told, ChangeWords words) {
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("cli.package.changeColumn"),
                                texts().get("cli.package.gained"),
                                texts().get("cli.package.lost")),
                        Set.of(1, 2));
        for (Counted one : told.changes()) {
            table.add(
                    words.of(one.change()),
                    one.people().map(change -> number(change.gained())).orElse(""),
                    one.people().map(change -> number(change.lost())).orElse(""));
        }
        told.together()
                .ifPresent(
                        all ->
                                table.add(
                                        texts().get("cli.package.together", all.after()),
                                        number(all.gained()),
                                        number(all.lost())));
        return table;
    }

    private String number(long people) {
        return texts().get("cli.number", people);
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
