package io.marquetry;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real data that lies beside the project; it may not be shipped, so it may be absent. */
public final class SharedData {

    private static final Path FOLDER = Path.of("..", "shared", "data");

    private SharedData() {}

    /** Returns whether it is on this machine. */
    public static boolean isThere() {
        return Files.exists(FOLDER);
    }

    /** Returns a file of it; skips the test where it is absent. */
    public static Path file(String path) {
        Path file = FOLDER.resolve(path);
        assumeThat(file).as("real data to test with; absent on this machine").exists();
        return file;
    }
}
