package io.marquetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Each kind of file that the page tells of is held by two tests that are there. */
class ImportKindsTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test)#(\\w+)`");

    @Test
    void everyKindIsHeldByTwoTestsThatAreThere() throws IOException {
        Map<String, String> tests = tests();
        List<String> gone = new ArrayList<>();
        int kinds = 0;
        for (String line : Files.readAllLines(Path.of("docs/import-kinds.md"))) {
            if (!line.startsWith("|") || line.startsWith("| kind") || line.startsWith("|--")) {
                continue;
            }
            kinds++;
            Set<String> named = new HashSet<>();
            Matcher found = NAMED.matcher(line);
            while (found.find()) {
                named.add(found.group());
                String text = tests.get(found.group(1));
                if (text == null || !text.contains("void " + found.group(2) + "(")) {
                    gone.add(found.group());
                }
            }
            assertThat(named).as(line).hasSizeGreaterThanOrEqualTo(2);
        }
        assertThat(gone).isEmpty();
        assertThat(kinds).isGreaterThanOrEqualTo(35);
    }

    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
                String name = Objects.requireNonNull(file.getFileName()).toString();
                tests.merge(
                        name.substring(0, name.length() - ".java".length()),
                        Files.readString(file),
                        String::concat);
            }
        }
        return tests;
    }
}
