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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
            text.body()
                    .ifPresent(
                            body ->
                                    body.byLanguage()
                                            .forEach(
                                                    (language, words) ->
                                                            found.addAll(
                                                                    text(
                                                                            text, language, words,
                                                                            known))));
        }
        found.addAll(lint(of, sent));
        return found;
    }

    private static List<Found> text(Asset text, String language, String words, Set<String> known) {
        String about = text.key().value() + "/" + language;
        List<Found> found = new ArrayList<>();
        Template template = new Template(words);
        if (!template.strays().isEmpty()) {
            found.add(
                    Found.of(
                            CheckKind.TEXTS,
                            about,
                            Problem.of("problem.check.brace", text.name(), language)));
        }
        Set<String> lacking = new TreeSet<>(template.fields());
        lacking.removeAll(known);
        if (!lacking.isEmpty()) {
            found.add(
                    Found.of(
                            CheckKind.TEXTS,
                            about,
                            Problem.of(
                                    "problem.check.unfilled",
                                    text.name(),
                                    lacking.stream().map(field -> "{" + field + "}").toList(),
                                    language)));
        }
        return found;
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
