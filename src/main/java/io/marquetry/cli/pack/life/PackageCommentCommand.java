package io.marquetry.cli.pack.life;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.Minute;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.life.Remark;
import io.marquetry.life.Remarks;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code package comment}: what people say of a package, or of one place of it. */
@Command(name = "comment")
public final class PackageCommentCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.package.keyOption")
    private @Nullable String key;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TEXT",
            descriptionKey = "cli.package.comment.text")
    private @Nullable String content;

    @Option(names = "--on", paramLabel = "PLACE", descriptionKey = "cli.package.comment.onOption")
    private String place = "";

    @Option(
            names = "--settle",
            paramLabel = "N",
            descriptionKey = "cli.package.comment.settleOption")
    private @Nullable Long settle;

    @Option(
            names = "--reopen",
            paramLabel = "N",
            descriptionKey = "cli.package.comment.reopenOption")
    private @Nullable Long reopen;

    public PackageCommentCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        PackageKey wanted = PackageKey.parse(require(key));
        workspace.packages().get(wanted);
        Remarks remarks = workspace.remarks();
        if (content != null) {
            remarks.add(wanted, place, content);
        }
        if (settle != null) {
            remarks.settle(wanted, settle, true);
        }
        if (reopen != null) {
            remarks.settle(wanted, reopen, false);
        }
        List<Remark> all = remarks.of(wanted);
        if (output.isJson()) {
            output.json(all.stream().map(PackageCommentCommand::json).toList());
        } else if (all.isEmpty()) {
            output.remark(texts().get("cli.package.noComments", wanted.value()));
        } else {
            table(all).lines().forEach(output::line);
        }
        return 0;
    }

    private TextTable table(List<Remark> remarks) {
        TextTable table =
                new TextTable(
                        List.of(
                                "#",
                                texts().get("cli.package.when"),
                                texts().get("cli.package.who"),
                                texts().get("cli.package.comment.on"),
                                texts().get("cli.package.state"),
                                texts().get("cli.package.comment.said")),
                        Set.of(0));
        for (Remark one : remarks) {
            table.add(
                    texts().get("cli.number", one.id()),
                    Minute.of(one.madeAt()),
                    one.who(),
                    one.place(),
                    one.settled()
                            .map(by -> texts().get("cli.package.comment.settled", by.by()))
                            .orElseGet(() -> texts().get("cli.package.comment.open")),
                    one.content());
        }
        return table;
    }

    private static Map<String, Object> json(Remark one) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", one.id());
        tree.put("version", one.version());
        tree.put("place", one.place());
        tree.put("who", one.who());
        tree.put("said", one.content());
        tree.put("at", one.madeAt().toString());
        tree.put("settledBy", one.settled().map(Remark.Settled::by).orElse(null));
        return tree;
    }
}
