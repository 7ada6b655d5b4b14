package io.marquetry.ui.shell;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Keeps the settings in {@code settings.json} of one folder. */
public final class SettingsFile {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final long MAX_BYTES = 256 * 1024L;

    private final Path file;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Keeps the settings in a folder, which is made when it is needed. */
    public SettingsFile(Path folder) {
        this.file = folder.resolve("settings.json");
    }

    /** Returns the settings; those of a first start where there are none that can be read. */
    public WindowSettings load() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                return WindowSettings.first();
            }
            return WrittenSettings.read(json.readTree(Files.readAllBytes(file)));
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            LOG.warn("settings cannot be read, starting with the usual ones: {}", e.toString());
            return WindowSettings.first();
        }
    }

    /** Writes the settings; where that fails the window simply forgets. */
    public void save(WindowSettings settings) {
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling("settings.json.new");
            try (FileChannel channel =
                    FileChannel.open(
                            next,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(json.writeValueAsBytes(settings));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            move(next);
        } catch (IOException | JacksonException e) {
            LOG.warn("settings cannot be written: {}", e.toString());
        }
    }

    private void move(Path next) throws IOException {
        try {
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
