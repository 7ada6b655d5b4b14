import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import javax.tools.ToolProvider;

/**
 * Makes the installers of this system from the image: deb and rpm on Linux, as far as their tools
 * are there, msi on Windows, dmg on macOS.
 *
 * <p>Argument: the version, numbers only.
 */
final class Installer {

    private static final Path OUT = Path.of("target/installer");

    public static void main(String[] arguments) throws Exception {
        Files.createDirectories(OUT);
        String os = System.getProperty("os.name");
        if (os.startsWith("Windows")) {
            record();
            make("msi", "target/marquetry", arguments[0]);
        } else if (os.startsWith("Mac")) {
            record();
            make("dmg", "target/marquetry.app", arguments[0]);
        } else {
            int made = 0;
            for (String[] kind : new String[][] {{"deb", "dpkg-deb"}, {"rpm", "rpmbuild"}}) {
                if (isThere(kind[1])) {
                    if (kind[0].equals("deb")) {
                        // It makes the record where it is installed.
                        make("deb", uncompressed().toString(), arguments[0]);
                    } else {
                        record();
                        make(kind[0], "target/marquetry", arguments[0]);
                    }
                    made++;
                }
            }
            if (made == 0) {
                System.err.println("Install dpkg-deb (package dpkg) or rpmbuild (package rpm).");
                System.exit(1);
            }
        }
    }

    /**
     * Returns a copy of the image whose jars hold their files as they are, with the program that
     * compresses them once they are installed: compressed all together they are much smaller.
     */
    private static Path uncompressed() throws IOException {
        Path image = Path.of("target/marquetry");
        Path copy = Path.of("target/deb/marquetry");
        StartCache.delete(copy);
        Files.createDirectories(copy.getParent());
        try (Stream<Path> files = Files.walk(image)) {
            for (Path file : files.filter(f -> !f.toString().endsWith(".aot")).toList()) {
                Files.copy(
                        file,
                        copy.resolve(image.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
        FileTime time = null;
        for (Path jar : Jars.in(copy.resolve("lib/app"))) {
            time = Files.getLastModifiedTime(jar);
            Jars.write(jar, name -> true, ZipEntry::getLastModifiedTime, Jars.STORED);
            Files.setLastModifiedTime(jar, time);
        }
        Path program = copy.resolve("lib/install");
        int code =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", program.toString(), "src/build/Jars.java");
        if (code != 0) {
            System.exit(code);
        }
        Files.setLastModifiedTime(program.resolve("Jars.class"), time);
        return copy;
    }

    private static void record() throws IOException, InterruptedException {
        int code =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "src/build/StartCache.java",
                                "record")
                        .inheritIO()
                        .start()
                        .waitFor();
        if (code != 0) {
            System.exit(code);
        }
    }

    private static boolean isThere(String tool) {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, tool))) {
                return true;
            }
        }
        return false;
    }

    private static void make(String kind, String image, String version)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "jpackage")
                                        .toString(),
                                "@installer/" + kind + ".options",
                                "--type",
                                kind,
                                "--app-image",
                                image,
                                "--app-version",
                                version,
                                "--dest",
                                OUT.toString()));
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            System.exit(code);
        }
    }
}
