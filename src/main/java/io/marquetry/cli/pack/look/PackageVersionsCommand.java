package io.marquetry.cli.pack.look;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.Minute;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.handoff.PackageDocumentJson;
import io.marquetry.life.PackageLife;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Set;

/** {@code package versions}: the finished versions of a package. */
@Command(name = "versions")
public final class PackageVersionsCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.package.keyOption")
    private @Nullable String key;

    public PackageVersionsCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        PackageKey wanted = PackageKey.parse(require(key));
        workspace.packages().get(wanted);
        List<PackageVersion> versions = workspace.packages().versions(wanted);
        PackageLife life = workspace.lives().of(wanted);
        if (output.isJson()) {
            output.json(versions.stream().map(one -> PackageShown.finished(one, life)).toList());
        } else if (versions.isEmpty()) {
            output.remark(texts().get("cli.package.noVersions", wanted.value()));
        } else {
            table(versions, life).lines().forEach(output::line);
        }
        return 0;
    }

    private TextTable table(List<PackageVersion> versions, PackageLife life) {
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("cli.package.number"),
                                texts().get("cli.package.state"),
                                texts().get("cli.package.createdAt"),
                                texts().get("cli.package.audience"),
                                texts().get("cli.package.hash")),
                        Set.of(0, 3));
        for (PackageVersion version : versions) {
            table.add(
                    texts().get("cli.number", version.number()),
                    texts().sentence(life.state(version.number()).word()),
                    Minute.of(version.createdAt()),
                    texts().get("cli.number", PackageDocumentJson.read(version).size().audience()),
                    version.sha256());
        }
        return table;
    }
}
