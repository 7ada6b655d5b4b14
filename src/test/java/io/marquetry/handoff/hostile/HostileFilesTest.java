package io.marquetry.handoff.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.ChildJvm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whatever is handed over: one clear sentence, soon, within little memory, and nothing written. */
class HostileFilesTest {

    private static final long TOO_LONG_MILLIS = 20_000;
    private static final int LONGEST_SENTENCE = 700;

    @TempDir private Path folder;

    @Test
    void hostileFileIsRefusedInASentenceAndLeavesNothing() throws Exception {
        Path files = Files.createDirectories(folder.resolve("files"));
        Map<String, byte[]> all = HostileFiles.all();
        assertThat(all).hasSizeGreaterThanOrEqualTo(80);
        for (Map.Entry<String, byte[]> file : all.entrySet()) {
            Files.write(files.resolve(file.getKey()), file.getValue());
        }

        List<String> told = ChildJvm.start(HostileIntake.class, "take", folder).restOfLines();

        List<String> wrong = new ArrayList<>();
        long slowest = 0;
        for (String line : told) {
            String[] parts = line.split("\t");
            if (parts.length == 5 && !isRefused(parts)) {
                wrong.add(line);
            }
            slowest = parts.length == 5 ? Math.max(slowest, Long.parseLong(parts[1])) : slowest;
        }
        assertThat(wrong).isEmpty();
        assertThat(told).hasSize(all.size() + 2).contains("left\t0 packages, 0 tags, 0 assets");
        assertThat(slowest).isLessThan(TOO_LONG_MILLIS);
        assertThat(names(folder)).containsExactlyInAnyOrder("files", "workspace");
        for (String evil :
                List.of("/tmp/evil.json", "evil.json", "../evil.json", "../../evil.json")) {
            assertThat(files.resolve(evil)).doesNotExist();
        }
        System.out.printf(
                "%d hostile files refused within 256 MB, the slowest in %d ms%n",
                all.size(), slowest);
    }

    private static boolean isRefused(String[] parts) {
        return parts[2].equals("1") && isSentence(parts[3]) && !parts[4].contains("Exception");
    }

    private static boolean isSentence(String text) {
        return !text.equals("TAKEN")
                && !text.startsWith("BUG")
                && !text.contains("Exception")
                && text.length() <= LONGEST_SENTENCE
                && (text.endsWith(".") || text.endsWith(")"))
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
