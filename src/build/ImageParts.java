import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Leaves in the jars of the image only what this system runs: of DuckDB the library of this system,
 * of JavaFX no empty jars. All files get one time, so that two builds are alike and a record of
 * classes that knows the times of its jars stays right in every copy.
 *
 * <p>Arguments: the folder of the jars, the time.
 */
final class ImageParts {

    private static final String DUCKDB = "duckdb_jdbc-";
    private static final String LIBRARY = "libduckdb_java.so_";

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        FileTime time = FileTime.from(Instant.parse(arguments[1]));
        List<Path> jars;
        try (Stream<Path> files = Files.list(folder)) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        for (Path jar : jars) {
            if (isEmpty(jar)) {
                Files.delete(jar);
            } else if (jar.getFileName().toString().startsWith(DUCKDB)) {
                keepThisSystem(jar, time);
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, time);
            }
        }
    }

    private static boolean isEmpty(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                            .allMatch(e -> e.isDirectory() || e.getName().startsWith("META-INF/"))
                    && zip.getEntry("META-INF/services") == null
                    && zip.stream().noneMatch(e -> e.getName().startsWith("META-INF/services/"));
        }
    }

    private static void keepThisSystem(Path jar, FileTime time) throws IOException {
        String wanted = LIBRARY + system();
        Path next = jar.resolveSibling(jar.getFileName() + ".next");
        try (ZipFile zip = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(next);
                ZipOutputStream out = new ZipOutputStream(file)) {
            if (zip.getEntry(wanted) == null) {
                throw new IOException(wanted + " is not in " + jar);
            }
            for (ZipEntry entry : zip.stream().map(e -> (ZipEntry) e).toList()) {
                String name = entry.getName();
                if (!name.startsWith(LIBRARY) || name.equals(wanted)) {
                    ZipEntry copy = new ZipEntry(name);
                    copy.setLastModifiedTime(time);
                    out.putNextEntry(copy);
                    try (InputStream in = zip.getInputStream(entry)) {
                        in.transferTo(out);
                    }
                    out.closeEntry();
                }
            }
        }
        Files.move(next, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Names this system as DuckDB does. */
    private static String system() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        return (os.contains("win") ? "windows" : os.contains("mac") ? "macos" : "linux")
                + "_"
                + arch;
    }
}
