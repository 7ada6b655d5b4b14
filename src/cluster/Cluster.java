import io.trino.plugin.memory.MemoryPlugin;
import io.trino.testing.DistributedQueryRunner;
import io.trino.testing.TestingSession;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A Trino coordinator and two workers in one process of its own, with a catalogue in memory; writes
 * its port to a file and ends with whoever started it.
 */
public final class Cluster {

    private static final int WORKERS = 2;

    private Cluster() {}

    /** Starts, and waits for the end of the input. */
    public static void main(String[] args) throws Exception {
        DistributedQueryRunner cluster =
                DistributedQueryRunner.builder(
                                TestingSession.testSessionBuilder()
                                        .setCatalog("memory")
                                        .setSchema("default")
                                        .build())
                        .setWorkerCount(WORKERS)
                        // Lists of 100,000 values are longer than what it takes of itself.
                        .addExtraProperty("query.max-length", "33554432")
                        // After that it ends what is asked by programs that are gone.
                        .addCoordinatorProperty("query.client.timeout", "2m")
                        .build();
        cluster.installPlugin(new MemoryPlugin());
        cluster.createCatalog("memory", "memory", Map.of("memory.max-data-per-node", "512MB"));
        Path told = Path.of(args[0]);
        Path whole = Files.writeString(
                Path.of(args[0] + ".part"),
                String.valueOf(cluster.getCoordinator().getBaseUrl().getPort()));
        Files.move(whole, told);
        while (System.in.read() >= 0) {
            continue;
        }
        Runtime.getRuntime().halt(0);
    }
}
