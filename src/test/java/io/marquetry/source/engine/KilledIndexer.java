package io.marquetry.source.engine;

import io.marquetry.base.CancelSignal;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.RemoteEngine;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.ask.OpenSources;
import io.marquetry.source.ask.SourceMembershipReader;
import io.marquetry.source.engine.jdbc.Login;
import io.marquetry.tag.TagCatalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * A program that takes an index from one state to another, and is killed meanwhile. Its folder has
 * what is known of the sources and the index; it tells when it begins, and leaves a file when it
 * has done.
 */
public final class KilledIndexer {

    private static final String DONE = "done";
    private static final String TASK = "task";

    private KilledIndexer() {}

    /** Returns whether it came to the end. */
    static boolean isDone(Path folder) {
        return Files.exists(folder.resolve(DONE));
    }

    /**
     * Writes down what is to be done.
     *
     * @param workspace where files of the sources lie
     * @param user who signs in to a server
     * @param before the source as the index has it
     * @param after as it is then
     */
    static void prepare(
            Path folder,
            Path workspace,
            String user,
            long seed,
            IndexStep step,
            ProfileSource before,
            ProfileSource after)
            throws Exception {
        Files.writeString(
                folder.resolve(TASK),
                String.join(
                        "\n",
                        workspace.toString(),
                        user,
                        String.valueOf(seed),
                        step.name(),
                        line(before),
                        line(after)));
    }

    /** Does it, and waits for its end. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        List<String> task = Files.readAllLines(folder.resolve(TASK));
        Login login = new Login(task.get(1), Optional.empty(), new Login.Tls.Off());
        IndexStep step = IndexStep.valueOf(task.get(3));
        long seed = Long.parseLong(task.get(2));
        try (OpenSources databases = new OpenSources(Path.of(task.get(0)), server -> login)) {
            ProfileSource before = source(task.get(4));
            ProfileSource[] now = {before};
            AudienceIndexes indexes =
                    new AudienceIndexes(
                            folder,
                            name ->
                                    new SourceMembershipReader(
                                            now[0], databases, RandomRows.TODAY));
            if (step != IndexStep.ORDER) {
                // The next start finds an order anew; what is in use stays in the one it has.
                index(indexes, before, step.before(seed));
            }
            System.out.println("begins");
            now[0] = source(task.get(5));
            if (step == IndexStep.REFRESH) {
                indexes.refresh(before.name(), step.after(seed), done -> {}, new CancelSignal());
            } else {
                index(indexes, before, step.after(seed));
            }
            Files.createFile(folder.resolve(DONE));
            new CountDownLatch(1).await();
        }
    }

    private static void index(AudienceIndexes indexes, ProfileSource source, TagCatalog tags) {
        indexes.index(source.name(), tags, done -> {}, new CancelSignal());
    }

    private static String line(ProfileSource source) {
        return switch (source.place()) {
            case SourcePlace.Sealed sealed ->
                    String.join(
                            "|",
                            source.name().value(),
                            sealed.engine().name(),
                            sealed.file(),
                            sealed.sha256(),
                            source.fingerprint(),
                            String.valueOf(source.profiles()));
            case SourcePlace.Remote remote ->
                    String.join(
                            "|",
                            source.name().value(),
                            remote.server().engine().name(),
                            String.valueOf(remote.server().port()),
                            remote.server().database(),
                            remote.tables().getFirst().schema());
            case SourcePlace.InPlace inPlace ->
                    throw new IllegalArgumentException(inPlace.toString());
        };
    }

    private static ProfileSource source(String line) {
        List<String> parts = List.of(line.split("\\|", -1));
        if (parts.size() == 5) {
            RemoteServer server =
                    new RemoteServer(
                            RemoteEngine.valueOf(parts.get(1)),
                            "localhost",
                            Integer.parseInt(parts.get(2)),
                            parts.get(3));
            return IndexStates.named(
                    parts.getFirst(),
                    TestSource.onServer(server, parts.get(4), RandomRows.MODEL, RandomRows.TODAY));
        }
        SourceEngine engine = SourceEngine.valueOf(parts.get(1));
        return IndexStates.named(
                parts.getFirst(),
                new ProfileSource(
                        new io.marquetry.audience.SourceName(parts.getFirst()),
                        "crowd",
                        new SourcePlace.Sealed(engine, parts.get(2), parts.get(3)),
                        parts.get(4),
                        Instant.parse("2026-01-02T03:04:05Z"),
                        Optional.of(RandomRows.TODAY),
                        Long.parseLong(parts.get(5)),
                        RandomRows.MODEL));
    }
}
