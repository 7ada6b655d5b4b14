import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets the image start in half the time: rehearses it once, window, screens and commands, to record
 * the classes it needs (JEP 514). The records are as large as the image itself, so a deb makes them
 * where it is installed ({@code installer/linux/postinst}); other installers bring them along.
 *
 * <p>Java ignores a record that does not fit, also where only the time of a jar differs. So all
 * files of the image get one time before, which installers keep.
 *
 * <p>On Linux the image gets a launcher of our own ({@code installer/linux/launcher.sh}) and two
 * records, for the window and for commands; elsewhere one record serves both.
 *
 * <p>Arguments: the time, to ready an image that was just made, or {@code record}.
 */
final class StartCache {

    private static final Path IMAGE = Path.of("target/marquetry");
    private static final Path LOG = Path.of("target/start-cache.log");

    /** In memory that is asked for in large pieces, the heap is there before it is needed. */
    private static final String LINUX_HEAP = "-XX:+UseTransparentHugePages -XX:+AlwaysPreTouch";

    /** The second compiler begins later than usual: most starts are over before it pays. */
    private static final String LATER =
            "-XX:Tier4InvocationThreshold=30000 -XX:Tier4MinInvocationThreshold=6000"
                    + " -XX:Tier4CompileThreshold=60000 -XX:Tier4BackEdgeThreshold=200000";

    /**
     * Who waits for the program goes before the compilers, where cores are few; Java would warn of
     * it on standard output wherever it is not started by the administrator.
     */
    private static final String BEHIND =
            "-XX:ThreadPriorityPolicy=1 -XX:CompilerThreadPriority=5 -XX:-PrintWarnings";

    /**
     * Leaves out what the compilers learned in the rehearsal: with it, they are at work from the
     * first moment, and the program waits for a core.
     */
    private static final String CLASSES_ALONE =
            "-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining ";

    private StartCache() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("record")) {
            record();
        } else {
            if (isLinux()) {
                ownLauncher();
            } else {
                // Java would tell on standard output, where answers belong, that a record does not
                // fit.
                Files.writeString(
                        find("marquetry.cfg"),
                        "java-options=-XX:AOTCache=$APPDIR/marquetry.aot\n"
                                + "java-options=-Xlog:disable\n",
                        StandardOpenOption.APPEND);
            }
            settle(FileTime.from(Instant.parse(arguments[0])));
        }
    }

    /** Puts our launcher in the place of jpackage's, with the class path that jpackage found. */
    private static void ownLauncher() throws IOException {
        Path settings = find("marquetry.cfg");
        List<String> lines = Files.readAllLines(settings);
        String text =
                Files.readString(Path.of("installer/linux/launcher.sh"))
                        .replace("MAIN_CLASS", values(lines, "app.mainclass", " "))
                        .replace(
                                "JAVA_OPTIONS",
                                values(lines, "java-options", " ")
                                        + " "
                                        + LINUX_HEAP
                                        + " "
                                        + LATER
                                        + " "
                                        + BEHIND
                                        + " -Xlog:disable")
                        .replace(
                                "CLASS_PATH",
                                values(lines, "app.classpath", ":").replace("$APPDIR", "$app"));
        // Written into, not replaced: it stays executable.
        Files.writeString(launcher(), text);
        Files.delete(settings);
        Files.delete(find("libapplauncher.so"));
    }

    private static String values(List<String> settings, String name, String between) {
        return settings.stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .collect(Collectors.joining(between));
    }

    private static void record() throws Exception {
        Path library = find("marquetry.jar");
        FileTime time = Files.getLastModifiedTime(library);
        Path workspace = Path.of("target/start-cache").toAbsolutePath();
        delete(workspace);
        Files.createDirectories(workspace.resolve("config"));
        // The first start fills the workspace, which happens once; only what happens every time is
        // worth its room in a record.
        must(rehearse(workspace, "start", ""));
        if (isLinux()) {
            // Both begin as the window does, so its record is made last.
            Path window = library.resolveSibling("window.aot");
            Files.deleteIfExists(window);
            record(workspace, "commands", library.resolveSibling("commands.aot"));
            record(workspace, "window", window);
        } else {
            Path settings = find("marquetry.cfg");
            String options = Files.readString(settings);
            // Java takes no record and makes one at once.
            Files.writeString(settings, options.replaceAll("java-options=-XX:AOTCache=.*\n", ""));
            try {
                record(workspace, "all", library.resolveSibling("marquetry.aot"));
            } finally {
                Files.writeString(settings, options);
            }
        }
        delete(workspace);
        settle(time);
    }

    private static void record(Path workspace, String what, Path record) throws Exception {
        Files.deleteIfExists(record);
        Path whole = record.toAbsolutePath();
        must(
                rehearse(workspace, what, CLASSES_ALONE + "-XX:AOTCacheOutput=\"" + whole + "\" ")
                        && Files.exists(record));
    }

    private static void must(boolean done) {
        if (!done) {
            System.err.println("The image does not start; see " + LOG);
            System.exit(1);
        }
    }

    private static boolean rehearse(Path workspace, String what, String options)
            throws IOException, InterruptedException {
        ProcessBuilder command =
                new ProcessBuilder(
                        launcher().toString(),
                        "--workspace",
                        workspace.resolve("Marquetry").toString());
        // The launcher takes no options of Java itself.
        String drawing =
                System.getenv("DISPLAY") == null && isLinux()
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
        return command.start().waitFor() == 0;
    }

    private static void settle(FileTime time) throws IOException {
        try (Stream<Path> files = Files.walk(image())) {
            for (Path file : files.filter(f -> !Files.isSymbolicLink(f)).toList()) {
                Files.setLastModifiedTime(file, time);
            }
        }
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").equals("Linux");
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

    /** Deletes a folder with all in it, if it is there. */
    static void delete(Path folder) throws IOException {
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
