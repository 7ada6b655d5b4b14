import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks the layout of all Java sources, or mends it with the argument {@code apply}. Run by the
 * build in a JVM of its own, because the formatter needs a newer JDK than Maven may have.
 */
final class SourceFormat {
    private static final JavaFormatterOptions OPTIONS =
            JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build();

    private SourceFormat() {}

    public static void main(String[] arguments) throws Exception {
        boolean apply = List.of(arguments).contains("apply");
        List<Path> wrong =
                sources().parallel().filter(file -> differs(file, apply)).sorted().toList();
        wrong.forEach(
                file -> System.err.println((apply ? "formatted " : "not formatted: ") + file));
        if (!apply && !wrong.isEmpty()) {
            System.err.println("Mend with: ./mvnw -q process-sources -Pformat");
            System.exit(1);
        }
    }

    private static Stream<Path> sources() throws Exception {
        Stream.Builder<Path> found = Stream.builder();
        for (String root : List.of("src/main/java", "src/test/java", "src/build")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(found);
            }
        }
        return found.build();
    }

    private static boolean differs(Path file, boolean apply) {
        try {
            String before = Files.readString(file);
            String after = ImportOrderer.reorderImports(before, OPTIONS.style());
            after =
                    new Formatter(OPTIONS)
                            .formatSource(RemoveUnusedImports.removeUnusedImports(after));
            if (apply && !after.equals(before)) {
                Files.writeString(file, after);
            }
            return !after.equals(before);
        } catch (FormatterException e) {
            System.err.println(file + ":" + e.getMessage());
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
