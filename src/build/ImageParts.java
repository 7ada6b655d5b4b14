import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Leaves in the jars of the image only what this system runs: of DuckDB the library of this system,
 * of JavaFX no empty jars, of some large libraries the classes that others reach. Gives old classes
 * a form that a record of classes takes. Most libraries become one jar. All files get one time, so
 * that two builds are alike and a record of classes that knows the times of its jars stays right in
 * every copy.
 *
 * <p>Arguments: the folder of the jars, the time.
 */
final class ImageParts {

    private static final String DUCKDB = "duckdb_jdbc-";
    private static final String LIBRARY = "libduckdb_java.so_";

    private static final String CRYPTOGRAPHY = "bcprov-";

    /**
     * Of these a few classes of hundreds or thousands are called, all of them by name: none is used
     * as a provider of services here.
     */
    private static final List<String> LARGE =
            List.of(
                    CRYPTOGRAPHY,
                    "commons-compress-",
                    "commons-io-",
                    "commons-lang3-",
                    "guava-",
                    "lucene-analysis-common-");

    /**
     * Its classes are of Java 5, which a record of classes leaves out, with all that name them:
     * each start of a command would read and verify them from the jar.
     */
    private static final String OLD = "picocli-";

    /** Could use that for encryption, which is not done here. */
    private static final String WITHOUT = "pdfbox-";

    /**
     * Stay jars of their own: the program, the largest library and those that are held to the
     * beginning of a bare Java; one may be exchanged by whoever wants to (LGPL).
     */
    private static final List<String> APART =
            List.of("marquetry.jar", DUCKDB, "h2-", "javafx-", "mariadb-java-client-");

    private static final Pattern TYPE = Pattern.compile("L([\\w/$]+)[;<]");
    private static final Pattern LICENCE = Pattern.compile("META-INF/(?:LICENSE|NOTICE).*");

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        FileTime time = FileTime.from(Instant.parse(arguments[1]));
        List<Path> jars = Jars.in(folder);
        for (Path jar : jars) {
            if (isEmpty(jar)) {
                Files.delete(jar);
            } else if (jar.getFileName().toString().startsWith(DUCKDB)) {
                keepThisSystem(jar, time);
            } else if (jar.getFileName().toString().startsWith(OLD)) {
                renew(jar, time);
            }
        }
        for (String large : LARGE) {
            keepReached(large, jars.stream().filter(Files::exists).toList(), time);
        }
        OneJar.of(
                folder.resolve("libraries.jar"),
                jars.stream().filter(Files::exists).filter(ImageParts::isMerged).toList(),
                time);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, time);
            }
        }
    }

    private static boolean isMerged(Path jar) {
        return APART.stream().noneMatch(jar.getFileName().toString()::startsWith);
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
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (zip.getEntry(wanted) == null) {
                throw new IOException(wanted + " is not in " + jar);
            }
        }
        keep(jar, time, name -> !name.startsWith(LIBRARY) || name.equals(wanted));
    }

    /** Gives classes the form of Java 8, whose methods tell what is on their stacks. */
    private static void renew(Path jar, FileTime time) throws IOException {
        try (URLClassLoader all = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            ClassFile files =
                    ClassFile.of(
                            ClassFile.ClassHierarchyResolverOption.of(
                                    ClassHierarchyResolver.ofResourceParsing(all)),
                            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                            // Else what is not changed is copied as it is.
                            ClassFile.ConstantPoolSharingOption.NEW_POOL);
            Jars.write(
                    jar,
                    name -> true,
                    (name, bytes) -> name.endsWith(".class") ? renewed(files, bytes) : bytes,
                    entry -> time,
                    Deflater.BEST_COMPRESSION);
        }
    }

    private static byte[] renewed(ClassFile files, byte[] bytes) {
        ClassModel old = files.parse(bytes);
        if (old.majorVersion() >= ClassFile.JAVA_8_VERSION) {
            return bytes;
        }
        byte[] renewed =
                files.transformClass(
                        old,
                        (to, part) -> {
                            if (part instanceof ClassFileVersion) {
                                to.withVersion(ClassFile.JAVA_8_VERSION, 0);
                            } else {
                                to.with(part);
                            }
                        });
        files.verify(renewed).stream()
                .findFirst()
                .ifPresent(
                        error -> {
                            throw new IllegalStateException(
                                    old.thisClass().asInternalName(), error);
                        });
        return renewed;
    }

    /** Keeps the classes that other jars name, those that these name, and so on. */
    private static void keepReached(String large, List<Path> jars, FileTime time)
            throws IOException {
        Path jar =
                jars.stream()
                        .filter(file -> file.getFileName().toString().startsWith(large))
                        .findFirst()
                        .orElseThrow(() -> new IOException(large + " is not there"));
        // Cryptography lists a class for each algorithm as text, for providers; nothing asks for
        // those.
        boolean byText = !large.equals(CRYPTOGRAPHY);
        Set<String> reached = new HashSet<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Deque<String> left = new ArrayDeque<>();
            for (Path other : jars) {
                if (!other.equals(jar)
                        && !(large.equals(CRYPTOGRAPHY)
                                && other.getFileName().toString().startsWith(WITHOUT))) {
                    try (ZipFile from = new ZipFile(other.toFile())) {
                        for (ZipEntry entry : classes(from)) {
                            left.addAll(named(from, entry, byText));
                        }
                    }
                }
            }
            while (!left.isEmpty()) {
                String name = left.remove();
                ZipEntry entry = zip.getEntry(name);
                if (entry != null && reached.add(name)) {
                    left.addAll(named(zip, entry, byText));
                }
            }
        }
        keep(
                jar,
                time,
                name ->
                        reached.contains(name)
                                || LICENCE.matcher(name).matches()
                                || name.equals("META-INF/MANIFEST.MF")
                                || !name.endsWith(".class") && !name.startsWith("META-INF/"));
    }

    private static List<ZipEntry> classes(ZipFile zip) {
        return zip.stream()
                .filter(e -> e.getName().endsWith(".class"))
                .filter(e -> !e.getName().contains("module-info"))
                .map(e -> (ZipEntry) e)
                .toList();
    }

    /**
     * Returns the files of the classes that a class names.
     *
     * @param byText whether a text that reads as the name of a class names it, too
     */
    private static List<String> named(ZipFile zip, ZipEntry entry, boolean byText)
            throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream in = zip.getInputStream(entry)) {
            for (PoolEntry one : ClassFile.of().parse(in.readAllBytes()).constantPool()) {
                if (one instanceof ClassEntry type) {
                    names.add(type.asInternalName() + ".class");
                } else if (one instanceof Utf8Entry text) {
                    // Types of fields and methods, and of what is only declared.
                    TYPE.matcher(text.stringValue())
                            .results()
                            .forEach(found -> names.add(found.group(1) + ".class"));
                    if (byText) {
                        names.add(text.stringValue().replace('.', '/') + ".class");
                    }
                }
            }
        }
        return names;
    }

    private static void keep(Path jar, FileTime time, Predicate<String> wanted) throws IOException {
        Jars.write(jar, wanted, entry -> time, Deflater.BEST_COMPRESSION);
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
