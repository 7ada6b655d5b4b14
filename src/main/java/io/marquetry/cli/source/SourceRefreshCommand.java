package io.marquetry.cli.source;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.RenewalWords;
import io.marquetry.source.SourceChange;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.Sources;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.local.ImportResult;
import io.marquetry.source.local.Renewal;
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

/**
 * {@code source refresh}: brings the entry of a source in step with its file or its server, or
 * reads a newer file in the same way as the one before.
 */
@Command(name = "refresh")
public final class SourceRefreshCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "cli.source.one")
    private @Nullable String name;

    @Option(names = "--file", paramLabel = "FILE", descriptionKey = "cli.source.newer")
    private @Nullable Path file;

    @Option(names = "--events", paramLabel = "NAME=FILE", descriptionKey = "cli.source.newerEvents")
    private Map<String, Path> events = new LinkedHashMap<>();

    @Option(names = "--dry-run", descriptionKey = "cli.source.dryRun")
    private boolean dryRun;

    @Option(names = "--force", descriptionKey = "cli.source.force")
    private boolean force;

    /** Makes the command. */
    public SourceRefreshCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        ProfileSource before = SourceChoice.named(workspace.sources(), require(name));
        if (file != null) {
            return renew(workspace.sources(), before, file, output);
        }
        if (force || !events.isEmpty() || before.place() instanceof SourcePlace.Sealed && dryRun) {
            throw Problem.of("problem.renew.whichFile").asException();
        }
        return again(workspace.sources(), before, output);
    }

    /** What is not there any more cannot be asked for, whatever is listed: it is only told. */
    private int again(Sources sources, ProfileSource before, CommandOutput output) {
        SourceChange change = sources.look(before.name());
        if (!output.isJson()) {
            new RenewalWords(texts()).changes(change).forEach(output::line);
        }
        ProfileSource now = dryRun ? change.now() : sources.take(change);
        if (output.isJson()) {
            Map<String, Object> tree = SourceShown.json(now);
            tree.put("before", before.profiles());
            tree.put("gone", change.gone());
            tree.put("retyped", change.retyped());
            tree.put("new", change.fresh());
            output.json(tree);
        } else if (dryRun) {
            output.line(texts().get("renew.wouldHave", before.profiles(), now.profiles()));
        } else {
            boolean same = before.fingerprint().equals(now.fingerprint());
            output.line(
                    texts().get(
                                    same ? "cli.source.unchanged" : "cli.source.refreshed",
                                    now.name().value(),
                                    now.profiles()));
        }
        return 0;
    }

    private int renew(Sources sources, ProfileSource before, Path newer, CommandOutput output) {
        CancelSignal signal = new CancelSignal();
        Renewal renewal = sources.look(before.name(), newer, events, ImportListener.none(), signal);
        RenewalWords words = new RenewalWords(texts());
        List<String> changes = words.changes(renewal);
        if (!output.isJson()) {
            changes.forEach(output::line);
        }
        if (!dryRun && renewal.loses() && !force) {
            throw Problem.of("problem.renew.loses", before.title()).asException();
        }
        if (dryRun) {
            if (output.isJson()) {
                output.json(json(renewal));
            } else {
                output.line(texts().get("renew.nothing"));
            }
            return 0;
        }
        try (ImportResult done = sources.renew(renewal, ImportListener.none(), signal)) {
            if (output.isJson()) {
                Map<String, Object> tree = json(renewal);
                tree.put("after", done.profiles().accepted());
                done.source().ifPresent(now -> tree.put("source", SourceShown.json(now)));
                output.json(tree);
            } else {
                output.line(words.done(renewal, done));
            }
            return done.source().isPresent() ? 0 : 1;
        }
    }

    private static Map<String, Object> json(Renewal renewal) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("before", renewal.source().profiles());
        tree.put("rows", renewal.rows());
        tree.put("lost", renewal.lost());
        tree.put("gone", renewal.gone());
        tree.put("new", renewal.fresh());
        Map<String, Object> misfits = new LinkedHashMap<>();
        renewal.misfits().forEach(misfit -> misfits.put(misfit.name(), misfit.rows()));
        tree.put("misfits", misfits);
        return tree;
    }
}
