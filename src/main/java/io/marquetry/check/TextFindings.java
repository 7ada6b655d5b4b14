package io.marquetry.check;

import io.marquetry.asset.Asset;
import io.marquetry.asset.Template;
import io.marquetry.base.Problem;
import io.marquetry.source.Attribute;
import io.marquetry.tag.Category;
import io.marquetry.tag.NamingStandard;
import io.marquetry.tag.TagFinding;
import io.marquetry.tag.TagFinding.Severity;
import io.marquetry.tag.TagLint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the texts of a package can be filled in, and are whole. */
final class TextFindings {

    private TextFindings() {}

    static List<Found> of(Subject of) {
        List<Asset> sent = of.assets(Category.CONTENT);
        Set<String> known =
                of.source().model().attributes().stream()
                        .map(Attribute::name)
                        .collect(Collectors.toSet());
        List<Found> found = new ArrayList<>();
        for (Asset text : sent) {
            text.body().ifPresent(body -> found.addAll(text(text, body.byLanguage(), known)));
        }
        found.addAll(lint(of, sent));
        return found;
    }

    /** Says once what several languages of a text have in common. */
    private static List<Found> text(Asset text, Map<String, String> bodies, Set<String> known) {
        List<String> strays = new ArrayList<>();
        Map<List<String>, List<String>> unfilled = new LinkedHashMap<>();
        bodies.forEach(
                (language, words) -> {
                    Template template = new Template(words);
                    if (!template.strays().isEmpty()) {
                        strays.add(language);
                    }
                    List<String> lacking =
                            template.fields().stream()
                                    .filter(field -> !known.contains(field))
                                    .sorted()
                                    .distinct()
                                    .map(field -> "{" + field + "}")
                                    .toList();
                    if (!lacking.isEmpty()) {
                        unfilled.computeIfAbsent(lacking, fields -> new ArrayList<>())
                                .add(language);
                    }
                });
        List<Found> found = new ArrayList<>();
        if (!strays.isEmpty()) {
            found.add(found(text, strays, "problem.check.brace", text.name(), strays));
        }
        unfilled.forEach(
                (lacking, languages) ->
                        found.add(
                                found(
                                        text,
                                        languages,
                                        "problem.check.unfilled",
                                        text.name(),
                                        lacking,
                                        languages)));
        return found;
    }

    private static Found found(Asset text, List<String> languages, String key, Object... told) {
        return Found.of(
                CheckKind.TEXTS,
                text.key().value() + "/" + String.join("+", languages),
                Problem.of(key, told));
    }

    /** What governance says of the texts that this package sends. */
    private static List<Found> lint(Subject of, List<Asset> sent) {
        Set<String> keys =
                sent.stream().map(asset -> asset.key().value()).collect(Collectors.toSet());
        List<Found> found = new ArrayList<>();
        List<TagFinding> told =
                new TagLint(
                                of.catalog(),
                                of.said(),
                                of.pack().tags(),
                                tag -> List.of(),
                                NamingStandard.usual())
                        .findings();
        int number = 1;
        for (TagFinding one : told) {
            if (one.severity() != Severity.NOTE && keys.contains(one.subject())) {
                String about = one.subject() + "#" + number++;
                found.add(Found.of(CheckKind.TEXTS, about, one.problem()));
            }
        }
        return found;
    }
}
