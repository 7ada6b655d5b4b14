import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Lets the image start in half the time: rehearses it once, window, screens and commands, to record
 * the classes it needs (JEP 514). The record is as large as the image itself, so a deb makes it
 * where it is installed ({@code installer/linux/postinst}); other installers bring it along.
 *
 * <p>Java ignores a record that does not fit, also where only the time of a jar differs. So all
 * files of the image get one time before, which installers keep.
 *
 * <p>Arguments: the time, to ready an image that was just made, or {@code record}.
 */
final class StartCache {

    private static final Path IMAGE = Path.of("target/marquetry");
    private static final Path LOG = Path.of("target/start-cache.log");

    private StartCache() {}

    public static void main(String[] arguments) throws Exception {
        Path settings = find("marquetry.cfg");
        if (arguments[0].equals("record")) {
            record(settings);
        } else {
            // Java would tell on standard output, where answers belong, that a record does not fit.
            Files.writeString(
                    settings,
                    "java-options=-XX:AOTCache=$APPDIR/marquetry.aot\n"
                            + "java-options=-Xlog:disable\n",
                    StandardOpenOption.APPEND);
            settle(FileTime.from(Instant.parse(arguments[0])));
        }
    }

    private static void record(Path settings) throws Exception {
        FileTime time = Files.getLastModifiedTime(settings);
        Path cache = settings.resolveSibling("marquetry.aot").toAbsolutePath();
        Files.deleteIfExists(cache);
        // Java takes no record and makes one at once.
        String options = Files.readString(settings);
        Files.writeString(settings, options.replaceAll("java-options=-XX:AOTCache=.*\n", ""));
        int code;
        try {
            code = rehearse(cache);
        } finally {
            Files.writeString(settings, options);
        }
        if (code != 0 || !Files.exists(cache)) {
            System.err.println("The image does not start; see " + LOG);
            System.exit(1);
        }
        settle(time);
    }

    private static int rehearse(Path cache) throws Exception {
        Path workspace = Path.of("target/start-cache").toAbsolutePath();
        delete(workspace);
        Files.createDirectories(workspace.resolve("config"));
        // The first start fills the workspace, which happens once; only what happens every time is
        // worth its room in the record.
        int code = rehearse(workspace, "start", "");
        if (code == 0) {
            code = rehearse(workspace, "all", "-XX:AOTCacheOutput=\"" + cache + "\" ");
        }
        delete(workspace);
        return code;
    }

    private static int rehearse(Path workspace, String what, String options)
            throws IOException, InterruptedException {
        ProcessBuilder command =
                new ProcessBuilder(
                        launcher().toString(),
                        "--workspace",
                        workspace.resolve("Marquetry").toString());
        // The launcher takes no options of Java itself.
        String drawing =
                System.getenv("DISPLAY") == null && !isWindowsOrMac()
                        ? " -Dglass.platform=Headless -Dprism.order=sw"
                        : "";
        command.environment()
                .put(
                        "JAVA_TOOL_OPTIONS",
                        options
                                + "-Dmarquetry.rehearsal="
                                + what
                                + " -Dmarquetry.config=\""
                                + workspace.resolve("config")
                                + "\""
                                + drawing);
        command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        return command.start().waitFor();
    }

    private static void settle(FileTime time) throws IOException {
        try (Stream<Path> files = Files.walk(image())) {
            for (Path file : files.filter(f -> !Files.isSymbolicLink(f)).toList()) {
                Files.setLastModifiedTime(file, time);
            }
        }
    }

    private static boolean isWindowsOrMac() {
        String os = System.getProperty("os.name");
        return os.startsWith("Windows") || os.startsWith("Mac");
    }

    private static Path image() {
        return Files.exists(IMAGE) ? IMAGE : Path.of("target/marquetry.app");
    }

    private static Path launcher() throws IOException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return windows ? IMAGE.resolve("marquetry.exe") : find("marquetry");
    }

    /** Finds a file below the image; each system has another layout. */
    private static Path find(String name) throws IOException {
        Path image = image();
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
