package io.marquetry.cli.pack.handoff;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.handoff.incoming.Choices;
import io.marquetry.handoff.incoming.Choices.Existing;
import io.marquetry.handoff.incoming.DropFolder;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code package watch}: takes what machines drop into a folder, until it is ended. */
@Command(name = "watch")
public final class PackageWatchCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "FOLDER", descriptionKey = "cli.package.dropFolder")
    private @Nullable Path folder;

    @Option(names = "--existing", paramLabel = "WHAT", descriptionKey = "cli.package.existing")
    private Existing existing = Existing.ASK;

    @Option(names = "--once", descriptionKey = "cli.package.once")
    private boolean once;

    private int refused;

    public PackageWatchCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Path place = require(folder);
        Choices choices = new Choices(existing, Map.of());
        DropFolder drop = new DropFolder(place, workspace.incoming(), choices);
        if (once) {
            drop.takeAll(dropped -> tell(output, dropped));
            return refused == 0 ? 0 : 1;
        }
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            // The folder is watched before it is read: a file that comes in between is seen at the
            // next round.
            place.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            while (true) {
                drop.takeAll(dropped -> tell(output, dropped));
                WatchKey key = watch.take();
                key.pollEvents();
                if (!key.reset()) {
                    throw Problem.of("problem.drop.folder", place.toString()).asException();
                }
            }
        } catch (IOException e) {
            throw Problem.of("problem.drop.folder", place.toString()).asException(e);
        } catch (InterruptedException e) {
            return 0;
        }
    }

    private void tell(CommandOutput output, DropFolder.Dropped dropped) {
        String file = dropped.file().toString();
        refused += dropped.refusal().isPresent() ? 1 : 0;
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("file", file);
            tree.put("taken", dropped.taken().isPresent());
            dropped.refusal().ifPresent(why -> tree.put("refusal", texts().sentence(why)));
            output.json(tree);
            return;
        }
        dropped.refusal().ifPresent(why -> output.remark(texts().sentence(why)));
        dropped.taken()
                .ifPresent(
                        what ->
                                output.line(
                                        texts().get(
                                                        "cli.package.dropped",
                                                        file,
                                                        what.packages().size())));
    }
}
