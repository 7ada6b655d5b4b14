import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.TimeZone;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes jars anew. A deb brings its jars uncompressed, as all of them compressed together are
 * smaller by 40 %; where it is installed, this program compresses each jar.
 *
 * <p>Argument: the folder of the jars.
 */
final class Jars {

    /** No compression at all. */
    static final int STORED = Deflater.NO_COMPRESSION;

    static {
        // A jar tells the local time: so it is the same bytes wherever it is written.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    public static void main(String[] arguments) throws IOException {
        for (Path jar : in(Path.of(arguments[0]))) {
            FileTime time = Files.getLastModifiedTime(jar);
            write(jar, name -> true, ZipEntry::getLastModifiedTime, Deflater.DEFAULT_COMPRESSION);
            Files.setLastModifiedTime(jar, time);
        }
    }

    /** Returns the jars of a folder. */
    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /** Writes a jar anew with its files as they are. */
    static void write(
            Path jar, Predicate<String> wanted, Function<ZipEntry, FileTime> time, int level)
            throws IOException {
        write(jar, wanted, (name, content) -> content, time, level);
    }

    /**
     * Writes a jar anew, in one step: whoever is stopped meanwhile leaves it as it was.
     *
     * @param wanted which of its files stay
     * @param changed what becomes of a file, by its name and content
     * @param time which time they get
     * @param level how much they are compressed, from 0 to 9
     */
    static void write(
            Path jar,
            Predicate<String> wanted,
            BiFunction<String, byte[], byte[]> changed,
            Function<ZipEntry, FileTime> time,
            int level)
            throws IOException {
        Path next = jar.resolveSibling(jar.getFileName() + ".next");
        try {
            try (ZipFile zip = new ZipFile(jar.toFile());
                    OutputStream file = Files.newOutputStream(next);
                    ZipOutputStream out = new ZipOutputStream(file)) {
                out.setLevel(level);
                for (ZipEntry entry : zip.stream().map(e -> (ZipEntry) e).toList()) {
                    if (wanted.test(entry.getName())) {
                        byte[] content;
                        try (InputStream in = zip.getInputStream(entry)) {
                            content = changed.apply(entry.getName(), in.readAllBytes());
                        }
                        ZipEntry copy = new ZipEntry(entry.getName());
                        copy.setLastModifiedTime(time.apply(entry));
                        if (level == STORED) {
                            CRC32 sum = new CRC32();
                            sum.update(content);
                            copy.setMethod(ZipEntry.STORED);
                            copy.setSize(content.length);
                            copy.setCrc(sum.getValue());
                        }
                        out.putNextEntry(copy);
                        out.write(content);
                        out.closeEntry();
                    }
                }
            }
            Files.move(next, jar, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }
}
