import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes one jar of many: whatever a program looks for on its class path that is nowhere opens all
 * jars, and to open seventy takes three times as long as to open one with the same files.
 *
 * <p>What several jars call alike stays only where it is the same, as the lists of services do,
 * which are added up, and what lies below {@code META-INF}, which gets a folder for each jar. Of
 * classes for several versions of Java those for this one stay. Packages that ask Java for their
 * version keep what their jar stated.
 */
final class OneJar {

    private static final String META = "META-INF/";
    private static final String SERVICES = META + "services/";
    private static final String VERSIONS = META + "versions/";

    /** Whose classes ask for their version. */
    private static final List<String> VERSIONED =
            List.of(
                    "json-schema-validator-",
                    "logback-classic-",
                    "lucene-core-",
                    "slf4j-api-",
                    "trino-jdbc-");

    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> origins = new TreeMap<>();
    private final Manifest manifest = new Manifest();

    private OneJar() {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    }

    /** Puts jars, which are not there any more afterwards, into one. */
    static void of(Path one, List<Path> jars, FileTime time) throws IOException {
        OneJar made = new OneJar();
        for (Path jar : jars) {
            made.add(jar);
        }
        made.write(one, time);
        for (Path jar : jars) {
            Files.delete(jar);
        }
    }

    private void add(Path jar) throws IOException {
        try (JarFile from =
                new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
            String name = jar.getFileName().toString();
            // The newest form of each class, and what is there for new versions alone.
            for (ZipEntry entry : from.versionedStream().map(e -> (ZipEntry) e).toList()) {
                if (!entry.isDirectory() && !isLeftOut(entry.getName())) {
                    try (InputStream in = from.getInputStream(entry)) {
                        put(entry.getName(), in.readAllBytes(), name);
                    }
                }
            }
            state(from, name);
        }
    }

    private static boolean isLeftOut(String file) {
        if (file.startsWith(META) && (file.endsWith(".SF") || file.endsWith(".RSA"))) {
            throw new IllegalStateException("signed, so not to be changed: " + file);
        }
        return file.equals(JarFile.MANIFEST_NAME)
                || file.equals(META + "INDEX.LIST")
                || file.startsWith(VERSIONS)
                // What only a container of bundles reads.
                || file.startsWith("OSGI-INF/")
                || file.endsWith("module-info.class");
    }

    private void put(String file, byte[] content, String jar) throws IOException {
        if (file.startsWith(SERVICES)) {
            byte[] before = files.getOrDefault(file, new byte[0]);
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.write(before);
            both.write(content);
            both.write('\n');
            files.put(file, both.toByteArray());
            return;
        }
        byte[] before = files.putIfAbsent(file, content);
        if (before == null) {
            origins.put(file, jar);
        } else if (!Arrays.equals(before, content)) {
            if (!file.startsWith(META)) {
                throw new IOException(
                        file + " is in " + origins.get(file) + " and, another one, in " + jar);
            }
            files.put(META + jar + "/" + file.substring(META.length()), content);
        }
    }

    /** Keeps what a jar states of its packages, as they ask Java for their version. */
    private void state(JarFile jar, String name) throws IOException {
        Manifest stated = jar.getManifest();
        if (stated == null || VERSIONED.stream().noneMatch(name::startsWith)) {
            return;
        }
        Attributes kept = new Attributes();
        for (Attributes.Name one :
                List.of(
                        Attributes.Name.IMPLEMENTATION_TITLE,
                        Attributes.Name.IMPLEMENTATION_VERSION,
                        Attributes.Name.SPECIFICATION_VERSION)) {
            String value = stated.getMainAttributes().getValue(one);
            if (value != null) {
                kept.put(one, value);
            }
        }
        origins.forEach(
                (file, origin) -> {
                    if (origin.equals(name) && file.endsWith(".class")) {
                        manifest.getEntries()
                                .put(file.substring(0, file.lastIndexOf('/') + 1), kept);
                    }
                });
    }

    private void write(Path one, FileTime time) throws IOException {
        ByteArrayOutputStream stated = new ByteArrayOutputStream();
        manifest.write(stated);
        try (ZipOutputStream out =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(one)))) {
            out.setLevel(Deflater.BEST_COMPRESSION);
            write(out, JarFile.MANIFEST_NAME, stated.toByteArray(), time);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                write(out, file.getKey(), file.getValue(), time);
            }
        }
    }

    private static void write(ZipOutputStream out, String name, byte[] content, FileTime time)
            throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // Of no zone: the same bytes wherever it is built.
        entry.setTimeLocal(LocalDateTime.ofInstant(time.toInstant(), ZoneOffset.UTC));
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
