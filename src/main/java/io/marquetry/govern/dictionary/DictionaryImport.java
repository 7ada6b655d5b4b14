package io.marquetry.govern.dictionary;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.govern.GovernedTag;
import io.marquetry.govern.GovernedTags;
import io.marquetry.govern.TagCentre;
import io.marquetry.tag.NamingStandard;
import io.marquetry.tag.TagChecks;
import io.marquetry.tag.TagGovernance;
import io.marquetry.tag.TagKey;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes a table of tags into the workspace: first the preview, then all of it or nothing. */
public final class DictionaryImport {

    private final TagCentre centre;
    private final TagGovernance tags;

    /** Makes the import into one workspace. */
    public DictionaryImport(TagCentre centre, TagGovernance tags) {
        this.centre = centre;
        this.tags = tags;
    }

    /** What a row would do. */
    public enum Standing {
        /** It cannot be taken. */
        REFUSED,
        /** It brings a tag. */
        NEW,
        /** It changes one. */
        CHANGED,
        /** It says what is there. */
        SAME
    }

    /**
     * What one row would do.
     *
     * @param line where it begins in the file, from 1
     * @param key as it stands there
     * @param columns what it changes
     * @param problem why it is refused, if so
     */
    public record Line(
            long line,
            String key,
            Standing standing,
            List<DictionaryColumn> columns,
            Optional<Problem> problem) {

        /** Copies the columns. */
        public Line {
            columns = List.copyOf(columns);
        }
    }

    /**
     * What a file would do.
     *
     * @param lines in the order of the file
     * @param changed the tags as they would be, under the revisions that were seen
     */
    public record Preview(List<Line> lines, List<GovernedTag> changed) {

        /** Copies the lists. */
        public Preview {
            lines = List.copyOf(lines);
            changed = List.copyOf(changed);
        }

        /** Returns how many rows stand so. */
        public long count(Standing standing) {
            return lines.stream().filter(line -> line.standing() == standing).count();
        }
    }

    /**
     * Reads a file and tells what it would do; changes nothing.
     *
     * @throws io.marquetry.base.ProblemException if it is no table of tags
     */
    public Preview preview(Path file) {
        return preview(DictionaryFile.read(file));
    }

    private Preview preview(List<DictionaryFile.Row> rows) {
        GovernedTags all = centre.tags();
        Map<Integer, GovernedTag> said = new HashMap<>();
        Map<Integer, Problem> refused = new HashMap<>();
        Map<TagKey, Long> seen = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            DictionaryFile.Row row = rows.get(i);
            try {
                GovernedTag tag = read(row, all);
                Long twice = seen.putIfAbsent(tag.key(), row.line());
                if (twice == null) {
                    said.put(i, tag);
                } else {
                    refused.put(
                            i, Problem.of("problem.dictionary.keyTwice", tag.key().value(), twice));
                }
            } catch (ProblemException e) {
                refused.put(i, e.problem());
            }
        }
        NamingStandard naming = centre.naming();
        Set<AssetKey> assets = tags.assets().keySet();
        TagChecks checks =
                new TagChecks(
                        all.catalog().with(said.values().stream().map(GovernedTag::tag).toList()),
                        assets,
                        naming);
        said.forEach(
                (i, tag) ->
                        refusal(tag, all, checks, naming)
                                .ifPresent(problem -> refused.put(i, problem)));
        List<Line> lines = new ArrayList<>();
        List<GovernedTag> changed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Line line = line(rows.get(i), said.get(i), refused.get(i), all);
            lines.add(line);
            if (line.standing() == Standing.NEW || line.standing() == Standing.CHANGED) {
                changed.add(said.get(i));
            }
        }
        return new Preview(lines, changed);
    }

    private static GovernedTag read(DictionaryFile.Row row, GovernedTags all) {
        TagKey key = TagKey.parse(row.cell(DictionaryColumn.KEY).orElse(""));
        return new DictionaryRow(row, Optional.ofNullable(all.byKey().get(key))).tag();
    }

    private Optional<Problem> refusal(
            GovernedTag tag, GovernedTags all, TagChecks checks, NamingStandard naming) {
        TagKey key = tag.key();
        TagKey now = all.aliases().get(key);
        if (now != null) {
            return Optional.of(Problem.of("problem.tag.renamed", key.value(), now.value()));
        }
        GovernedTag before = all.byKey().get(key);
        Optional<Problem> words =
                before == null
                        ? naming.unknownWord(key, tag.tag().category())
                        : centre.refusal(before, tag.care());
        return words.or(() -> checks.refusal(tag.tag()));
    }

    private static Line line(
            DictionaryFile.Row row,
            @Nullable GovernedTag tag,
            @Nullable Problem problem,
            GovernedTags all) {
        String key = row.cell(DictionaryColumn.KEY).orElse("");
        if (tag == null || problem != null) {
            return new Line(
                    row.line(), key, Standing.REFUSED, List.of(), Optional.ofNullable(problem));
        }
        GovernedTag before = all.byKey().get(tag.key());
        if (before == null) {
            return new Line(row.line(), key, Standing.NEW, List.of(), Optional.empty());
        }
        List<DictionaryColumn> columns =
                Arrays.stream(DictionaryColumn.values())
                        .filter(column -> !column.of(before).equals(column.of(tag)))
                        .toList();
        return new Line(
                row.line(),
                key,
                columns.isEmpty() ? Standing.SAME : Standing.CHANGED,
                columns,
                Optional.empty());
    }

    /**
     * Makes what was previewed, all of it or nothing; durable when it returns, and taken back as a
     * whole.
     *
     * @return how many tags are new or changed
     * @throws io.marquetry.base.ProblemException if a row is refused, or a tag was saved since
     */
    public int make(Preview preview) {
        preview.lines().stream()
                .filter(line -> line.standing() == Standing.REFUSED)
                .findFirst()
                .ifPresent(
                        line -> {
                            throw Problem.of(
                                            "problem.dictionary.refused",
                                            preview.count(Standing.REFUSED),
                                            line.line(),
                                            line.problem().orElseThrow())
                                    .asException();
                        });
        return centre.change(preview.changed());
    }
}
