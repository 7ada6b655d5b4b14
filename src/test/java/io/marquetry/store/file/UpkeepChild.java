package io.marquetry.store.file;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.DurableFiles;
import io.marquetry.launch.Wiring;
import io.marquetry.source.AttributeType;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.csv.CsvDetection;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.local.LocalSourceBuilder;
import io.marquetry.source.local.LocalSourceFiles;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.store.Store;
import io.marquetry.store.rows.SettingRows;
import io.marquetry.workspace.Workspace;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Does what is seldom done, over and over, until it is killed; prints what is done. */
final class UpkeepChild {

    /** How long the file is that is written over and over. */
    static final int LENGTH = 3_000_000;

    private static final PrintStream OUT = System.out;

    private UpkeepChild() {}

    /** Does one of the tasks: compact, restore, upgrade, remove or write. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Path.of(arguments[1]);
        for (int n = 0; ; n++) {
            switch (arguments[0]) {
                case "compact" -> compact(folder);
                case "restore" -> restore(folder);
                case "upgrade" -> upgrade(folder.resolve("n" + System.nanoTime()));
                case "remove" -> remove(folder, n);
                case "write" -> write(folder, n);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }
    }

    private static void compact(Path folder) {
        try (Store store = Store.open(folder, Clock.systemUTC(), Upkeep.ALWAYS_ANEW)) {
            save(store);
        }
    }

    private static void restore(Path folder) {
        try (Store store = Store.open(folder, Clock.systemUTC())) {
            save(store);
        }
        WorkspaceRecovery recovery = new WorkspaceRecovery(folder, Clock.systemUTC());
        List<Backup> backups = recovery.backups().stream().filter(b -> !b.isAside()).toList();
        Backup old = backups.get(Math.min(1, backups.size() - 1));
        // From here on the state of the backup is right as well.
        say(old.generation());
        recovery.restore(old.name());
    }

    private static void upgrade(Path folder) throws IOException, SQLException {
        FirstSchema.in(folder).with(database -> new SettingRows(database).put("n", "7"));
        say(folder.getFileName());
        Store.open(folder, Clock.systemUTC()).close();
    }

    private static void remove(Path folder, int n) throws IOException {
        Path csv = folder.resolveSibling("people-" + folder.getFileName() + ".csv");
        Files.writeString(csv, "id,age\na,1\nb,2\n");
        SourceEngine engine = n % 2 == 0 ? SourceEngine.H2 : SourceEngine.DUCKDB;
        SourceName name = new SourceName("people-" + System.nanoTime() % 1_000_000_000);
        try (Store store = Store.open(folder, Clock.systemUTC())) {
            CsvInput input = CsvInput.file(csv);
            try (LocalSourceBuilder builder =
                    LocalSourceBuilder.begin(
                            new LocalSourceFiles(folder),
                            engine,
                            ImportListener.none(),
                            new CancelSignal())) {
                builder.profiles(
                        input,
                        CsvDetection.detect(input),
                        List.of(
                                ImportColumn.of("id", AttributeType.TEXT),
                                ImportColumn.of("age", AttributeType.INTEGER)),
                        Optional.of("id"));
                builder.finish(
                        name, "People", Instant.now(), Optional.empty(), store.sources()::add);
            }
        }
        say(name.value());
        try (Workspace workspace = new Wiring(Clock.systemUTC()).open(folder)) {
            workspace.sources().remove(name);
        }
    }

    // As exports and reports are written.
    private static void write(Path folder, int n) throws IOException {
        byte[] content = new byte[LENGTH];
        Arrays.fill(content, (byte) ('a' + n % 26));
        Files.createDirectories(folder);
        DurableFiles.write(folder.resolve("report.pdf"), content);
        say(n);
    }

    private static void save(Store store) {
        int next = store.settings().get("n").map(Integer::parseInt).orElse(0) + 1;
        store.settings().put("n", "" + next);
        say(next);
    }

    private static void say(Object word) {
        OUT.println(word);
        OUT.flush();
    }
}
