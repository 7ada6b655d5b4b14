import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

/**
 * Measures how the image starts: its window against an empty JavaFX window, a command against a
 * bare Java that opens H2 and prints. What it is held against has a record of classes of its own;
 * all take turns. Prints medians. Linux only, with a display: {@code xvfb-run java
 * src/build/StartTimes.java [RUNS]}.
 */
final class StartTimes {

    private static final Path IMAGE = Path.of("target/marquetry").toAbsolutePath();
    private static final Path APP = IMAGE.resolve("lib/app");
    private static final Path WORK = Path.of("target/start-times").toAbsolutePath();
    private static final String JAVA = System.getProperty("java.home") + "/bin/java";

    private static final String WINDOW =
            """
            public class Window extends javafx.application.Application {
                public static class Starter {
                    public static void main(String[] arguments) {
                        javafx.application.Application.launch(Window.class);
                    }
                }
                @Override
                public void start(javafx.stage.Stage stage) {
                    stage.setScene(new javafx.scene.Scene(new javafx.scene.layout.StackPane(), 1280, 800));
                    stage.show();
                    new javafx.animation.AnimationTimer() {
                        private int pulses;
                        @Override
                        public void handle(long now) {
                            if (++pulses == 2) {
                                System.out.println("shown " + System.currentTimeMillis());
                                javafx.application.Platform.exit();
                            }
                        }
                    }.start();
                }
            }
            """;

    private static final String BARE =
            """
            public class Bare {
                public static void main(String[] arguments) throws Exception {
                    try (var to = java.sql.DriverManager.getConnection("jdbc:h2:file:" + arguments[0]);
                            var tags = to.createStatement().executeQuery("VALUES 'a tag', 'another'")) {
                        while (tags.next()) {
                            System.out.println(tags.getString(1));
                        }
                    }
                }
            }
            """;

    /** One start: seconds until it ended, and until what it told. */
    private record Run(double ended, Map<String, Double> told) {}

    /** What is started. */
    private record Start(String name, List<String> command, String options, List<Run> runs) {

        double median(ToDoubleFunction<Run> figure) {
            double[] all = runs.stream().mapToDouble(figure).sorted().toArray();
            return all[all.length / 2];
        }
    }

    public static void main(String[] arguments) throws Exception {
        int count = arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]);
        Files.createDirectories(WORK);
        Files.writeString(WORK.resolve("Window.java"), WINDOW);
        Files.writeString(WORK.resolve("Bare.java"), BARE);
        String libraries = jars("javafx-") + File.pathSeparator + jars("h2-");
        int compiled =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-cp",
                                libraries,
                                "-d",
                                WORK.resolve("classes").toString(),
                                WORK.resolve("Window.java").toString(),
                                WORK.resolve("Bare.java").toString());
        if (compiled != 0) {
            throw new IOException("the things to hold it against do not compile");
        }
        // A record of classes is of jars only.
        run(
                List.of(
                        Path.of(JAVA).resolveSibling("jar").toString(),
                        "-cf",
                        WORK.resolve("bare.jar").toString(),
                        "-C",
                        WORK.resolve("classes").toString(),
                        "."),
                "");
        String path = WORK.resolve("bare.jar") + File.pathSeparator + libraries;
        Start window = bare("empty window", "Window$Starter", path);
        Start bare = bare("bare Java with H2", "Bare", path);
        String own = "-Dmarquetry.config=" + WORK.resolve("config");
        String launcher = IMAGE.resolve("bin/marquetry").toString();
        String workspace = WORK.resolve("Workspace").toString();
        Start shown =
                new Start(
                        "the window",
                        List.of(launcher, "--workspace", workspace),
                        own + " -Dmarquetry.rehearsal=start",
                        new ArrayList<>());
        Start version =
                new Start("--version", List.of(launcher, "--version"), own, new ArrayList<>());
        Start list =
                new Start(
                        "tag list",
                        List.of(launcher, "tag", "list", "--workspace", workspace),
                        own,
                        new ArrayList<>());
        // The first start fills the workspace.
        run(shown.command(), shown.options());
        List<Start> all = List.of(window, shown, bare, version, list);
        for (int i = 0; i <= count; i++) {
            for (Start start : all) {
                Run run = run(start.command(), start.options());
                if (i > 0) {
                    start.runs().add(run);
                }
            }
        }
        double empty = window.median(run -> run.told().get("shown"));
        double least = bare.median(Run::ended);
        line("empty window shown", empty, empty);
        line("the window shown", shown.median(run -> run.told().get("shown")), empty);
        line("the workspace in it", shown.median(run -> run.told().get("open")), empty);
        line("bare Java with H2", least, least);
        line("--version", version.median(Run::ended), least);
        line("tag list", list.median(Run::ended), least);
        System.out.printf(
                Locale.ROOT,
                "memory of the window, RSS: %.0f MB%n",
                shown.median(run -> run.told().getOrDefault("rss", 0.0)) * 1_000);
    }

    private static void line(String what, double seconds, double of) {
        System.out.printf(Locale.ROOT, "%-20s %.2f s  %.2f%n", what, seconds, seconds / of);
    }

    private static Start bare(String name, String main, String path) throws Exception {
        String cache = WORK.resolve(main.replace('$', '.') + ".aot").toString();
        List<String> rest =
                List.of(
                        "-XX:+UseSerialGC",
                        "-Xlog:disable",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        path,
                        main,
                        WORK.resolve("bare").toString());
        List<String> command = new ArrayList<>(List.of(JAVA, "-XX:AOTCacheOutput=" + cache));
        command.addAll(rest);
        run(command, "");
        command = new ArrayList<>(List.of(JAVA, "-XX:AOTCache=" + cache));
        command.addAll(rest);
        return new Start(name, List.copyOf(command), "", new ArrayList<>());
    }

    private static Run run(List<String> command, String options) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command);
        if (!options.isEmpty()) {
            builder.environment().put("JAVA_TOOL_OPTIONS", options);
        }
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        long begun = System.currentTimeMillis();
        Process process = builder.start();
        Map<String, Double> told = new HashMap<>();
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ");
                if (words[0].equals("shown") || words[0].equals("open")) {
                    told.put(words[0], (Long.parseLong(words[1]) - begun) / 1_000.0);
                } else if (words[0].equals("rss")) {
                    told.put("rss", Long.parseLong(words[1]) / 1_000_000.0);
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException("ended with " + process.exitValue() + ": " + command);
        }
        return new Run((System.currentTimeMillis() - begun) / 1_000.0, told);
    }

    private static String jars(String begin) throws IOException {
        try (Stream<Path> files = Files.list(APP)) {
            return String.join(
                    File.pathSeparator,
                    files.map(Path::toString)
                            .filter(
                                    file ->
                                            Path.of(file)
                                                    .getFileName()
                                                    .toString()
                                                    .startsWith(begin))
                            .sorted()
                            .toList());
        }
    }
}
