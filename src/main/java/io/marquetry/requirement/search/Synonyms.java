package io.marquetry.requirement.search;

import io.marquetry.base.VisibleText;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Words of marketing that mean the same, as the house keeps them. */
final class Synonyms {

    private static final String FILE = "/requirement/synonyms.txt";

    private final List<List<List<String>>> groups;

    private Synonyms(List<List<List<String>>> groups) {
        this.groups = groups;
    }

    /** Reads those of the house. */
    static Synonyms ofTheHouse() {
        try (InputStream in =
                Objects.requireNonNull(Synonyms.class.getResourceAsStream(FILE), FILE)) {
            List<List<List<String>>> groups = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(
                            line ->
                                    groups.add(
                                            Arrays.stream(line.split(",", -1))
                                                    .map(VisibleText::folded)
                                                    .map(Words::of)
                                                    .filter(words -> !words.isEmpty())
                                                    .distinct()
                                                    .toList()));
            return new Synonyms(groups);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the groups that a text speaks of, each without what stands in the text.
     *
     * @param words of the text
     */
    List<List<List<String>>> of(List<String> words) {
        Set<String> there = new HashSet<>(words);
        List<List<List<String>>> found = new ArrayList<>();
        for (List<List<String>> group : groups) {
            boolean speaks = group.stream().anyMatch(member -> says(there, member));
            if (speaks) {
                found.add(group.stream().filter(member -> !says(there, member)).toList());
            }
        }
        return found;
    }

    /** A word of several Han characters is said where all its pairs stand. */
    private static boolean says(Set<String> there, List<String> member) {
        List<String> whole = member.stream().filter(Words::isWhole).toList();
        return there.containsAll(whole.isEmpty() ? member : whole);
    }
}
