package io.marquetry.cli.pack.life;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.life.Schedule;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code package schedule}: when a package is meant to be out. */
@Command(name = "schedule")
public final class PackageScheduleCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.package.keyOption")
    private @Nullable String key;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            descriptionKey = "cli.package.schedule.fromOption")
    private @Nullable LocalDate from;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            descriptionKey = "cli.package.schedule.untilOption")
    private @Nullable LocalDate until;

    @Option(names = "--clear", descriptionKey = "cli.package.schedule.clearOption")
    private boolean clear;

    public PackageScheduleCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        PackageKey wanted = PackageKey.parse(require(key));
        workspace.packages().get(wanted);
        Schedule before = clear ? Schedule.NONE : workspace.schedules().of(wanted);
        Schedule now =
                new Schedule(
                        Optional.ofNullable(from).or(before::from),
                        Optional.ofNullable(until).or(before::until));
        if (clear || from != null || until != null) {
            workspace.schedules().put(wanted, now);
        }
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("key", wanted.value());
            tree.put("from", now.from().map(LocalDate::toString).orElse(null));
            tree.put("until", now.until().map(LocalDate::toString).orElse(null));
            output.json(tree);
        } else {
            String open = "–";
            output.line(
                    texts().get(
                                    "cli.package.scheduled",
                                    wanted.value(),
                                    now.from().map(LocalDate::toString).orElse(open),
                                    now.until().map(LocalDate::toString).orElse(open)));
        }
        return 0;
    }
}
