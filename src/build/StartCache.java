import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Lets the image start three times as fast: runs one command in it to record the classes it needs
 * (JEP 514), and tells the launcher to use the record. Java ignores a record that does not fit.
 */
final class StartCache {

    private static final Path IMAGE = Path.of("target/marquetry");

    private StartCache() {}

    public static void main(String[] arguments) throws Exception {
        Path settings = find("marquetry.cfg");
        Path cache = settings.resolveSibling("marquetry.aot").toAbsolutePath();
        Path workspace = Path.of("target/start-cache").toAbsolutePath();
        delete(workspace);
        ProcessBuilder command =
                new ProcessBuilder(
                        launcher().toString(),
                        "source",
                        "list",
                        "--workspace",
                        workspace.toString());
        // The launcher takes no options of Java itself.
        command.environment().put("JAVA_TOOL_OPTIONS", "-XX:AOTCacheOutput=\"" + cache + "\"");
        command.redirectErrorStream(true)
                .redirectOutput(Path.of("target/start-cache.log").toFile());
        int code = command.start().waitFor();
        delete(workspace);
        if (code != 0 || !Files.exists(cache)) {
            System.err.println("The image does not start; see target/start-cache.log");
            System.exit(1);
        }
        // Java would tell on standard output, where answers belong, that a record does not fit.
        Files.writeString(
                settings,
                "java-options=-XX:AOTCache=$APPDIR/marquetry.aot\njava-options=-Xlog:disable\n",
                StandardOpenOption.APPEND);
    }

    private static Path launcher() throws IOException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return windows ? IMAGE.resolve("marquetry.exe") : find("marquetry");
    }

    /** Finds a file below the image; each system has another layout. */
    private static Path find(String name) throws IOException {
        Path image = Files.exists(IMAGE) ? IMAGE : Path.of("target/marquetry.app");
        try (Stream<Path> files = Files.walk(image)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IOException(name + " is not in " + image));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(StartCache::deleteOne);
            }
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
