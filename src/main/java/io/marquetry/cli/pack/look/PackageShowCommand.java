package io.marquetry.cli.pack.look;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.life.PackageLife;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.stream.Collectors;

/** {@code package show}: one package as it stands, with its finished versions. */
@Command(name = "show")
public final class PackageShowCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.package.keyOption")
    private @Nullable String key;

    public PackageShowCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        PackageKey wanted = PackageKey.parse(require(key));
        AssetPackage pack = workspace.packages().get(wanted).current();
        List<PackageVersion> versions = workspace.packages().versions(wanted);
        PackageLife life = workspace.lives().of(wanted);
        if (output.isJson()) {
            output.json(PackageShown.json(pack, versions, life));
            return 0;
        }
        line(output, "cli.package.key", pack.key().value());
        line(output, "cli.package.name", pack.name().in(texts().locale()));
        line(output, "cli.package.state", texts().sentence(life.state().word()));
        line(output, "cli.package.source", pack.source().value());
        line(output, "problem.category.AUDIENCE", ExpressionText.write(pack.audience()));
        line(output, "problem.category.BENEFIT", joined(pack.benefits()));
        line(output, "problem.category.CONTENT", joined(pack.contents()));
        line(output, "problem.category.RULE", joined(pack.rules()));
        versions.forEach(
                v ->
                        output.line(
                                texts().get(
                                                "cli.package.version",
                                                v.number(),
                                                v.createdAt().toString(),
                                                v.sha256())));
        return 0;
    }

    private void line(CommandOutput output, String title, String text) {
        output.line((texts().get(title) + ": " + text).stripTrailing());
    }

    private static String joined(List<TagKey> keys) {
        return keys.stream().map(TagKey::value).collect(Collectors.joining(", "));
    }
}
