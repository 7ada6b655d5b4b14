package io.marquetry.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Looks for a text wherever it could have been left. */
record Planted(String text) {

    private static final Path PROCESSES = Path.of("/proc");

    /** Returns the files below a folder that hold it, also encoded in the usual ways. */
    List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (isIn(Files.readAllBytes(file))) {
                    found.add(file);
                }
            }
            return found;
        }
    }

    /** Returns the processes, whoever's, that hold it in their command line or environment now. */
    List<String> processes() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            for (Path process :
                    processes
                            .filter(path -> path.getFileName().toString().matches("\\d+"))
                            .toList()) {
                for (String file : List.of("cmdline", "environ")) {
                    if (isIn(read(process.resolve(file)))) {
                        found.add(process.getFileName() + " " + file);
                    }
                }
            }
        }
        return found;
    }

    /** Returns whether it is in some bytes: as it is, in UTF-16, or in Base64. */
    boolean isIn(byte[] bytes) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        String base64 =
                Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
        // Its last letters depend on what follows.
        String begin = base64.substring(0, base64.length() - 2);
        return all.contains(text) || all.contains(begin) || all.replace("\0", "").contains(text);
    }

    /** Others' processes may not be read, and any may have ended meanwhile. */
    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
