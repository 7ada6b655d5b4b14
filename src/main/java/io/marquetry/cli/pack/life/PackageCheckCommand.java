package io.marquetry.cli.pack.life;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.check.CheckKind;
import io.marquetry.check.CheckLine;
import io.marquetry.check.Checks;
import io.marquetry.check.Overruling;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.life.PackageLife.VersionLife;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * {@code package check}: what the checks before approval find in a package; ends with 1 where one
 * holds it back.
 */
@Command(name = "check")
public final class PackageCheckCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.package.keyOption")
    private @Nullable String key;

    @Option(
            names = "--overrule",
            paramLabel = "CHECK",
            descriptionKey = "cli.package.overruleOption")
    private @Nullable String overrule;

    @Option(names = "--reopen", paramLabel = "CHECK", descriptionKey = "cli.package.reopenOption")
    private @Nullable String reopen;

    @Option(names = "--about", paramLabel = "WHAT", descriptionKey = "cli.package.aboutOption")
    private String about = "";

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "cli.package.overruleReason")
    private String reason = "";

    public PackageCheckCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        PackageKey wanted = PackageKey.parse(require(key));
        Checks checks = workspace.checks();
        CancelSignal signal = new CancelSignal();
        Optional<VersionLife> judged =
                workspace.lives().of(wanted).leading().filter(one -> one.state().locks());
        AssetPackage pack =
                judged.map(v -> workspace.packages().version(wanted, v.version()))
                        .map(workspace.packages()::said)
                        .orElseGet(() -> workspace.packages().get(wanted).current());
        if (overrule != null) {
            checks.overrule(pack, kind(overrule), about, reason, signal);
        }
        if (reopen != null) {
            checks.reopen(wanted, kind(reopen), about);
        }
        List<CheckLine> lines =
                checks.of(
                        pack,
                        judged.map(v -> OptionalInt.of(v.version())).orElse(OptionalInt.empty()),
                        signal);
        if (output.isJson()) {
            output.json(lines.stream().map(this::json).toList());
        } else {
            lines.forEach(line -> tell(line, output));
        }
        return lines.stream().anyMatch(CheckLine::blocks) ? 1 : 0;
    }

    static CheckKind kind(String name) {
        return CheckKind.of(name)
                .orElseThrow(
                        () ->
                                Problem.of(
                                                "problem.check.unknown",
                                                name,
                                                Arrays.stream(CheckKind.values())
                                                        .map(CheckKind::code)
                                                        .collect(Collectors.joining(", ")))
                                        .asException());
    }

    private void tell(CheckLine line, CommandOutput output) {
        String name =
                line.about().isEmpty()
                        ? line.kind().code()
                        : line.kind().code() + " (" + line.about() + ")";
        output.line(
                texts().get(
                                line.blocks() ? "cli.package.checkBlocks" : "cli.package.check",
                                texts().sentence(line.standing().word()),
                                name,
                                texts().sentence(line.what())));
        line.overruled()
                .ifPresent(
                        why ->
                                output.line(
                                        "  "
                                                + texts().get(
                                                                "cli.package.overruled",
                                                                why.reason(),
                                                                why.who())));
    }

    private Map<String, Object> json(CheckLine line) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("check", line.kind().code());
        tree.put("weight", line.weight().code());
        tree.put("about", line.about());
        tree.put("standing", line.standing().name());
        tree.put("blocks", line.blocks());
        tree.put("what", texts().sentence(line.what()));
        tree.put("extent", line.extent());
        tree.put("why", line.overruled().map(Overruling::reason).orElse(null));
        tree.put("who", line.overruled().map(Overruling::who).orElse(null));
        return tree;
    }
}
