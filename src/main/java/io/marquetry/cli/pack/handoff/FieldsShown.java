package io.marquetry.cli.pack.handoff;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.handoff.incoming.FieldOffer;
import io.marquetry.handoff.incoming.FieldQuestion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows which fields a sender's rules ask for that are called otherwise here, or are not here. */
final class FieldsShown {

    /** So many proposals are told in a sentence. */
    private static final int MOST = 3;

    private final Texts texts;
    private final List<FieldOffer> fields;

    FieldsShown(Texts texts, List<FieldOffer> fields) {
        this.texts = texts;
        this.fields = List.copyOf(fields);
    }

    /**
     * Returns a sentence for each field that nobody named yet, with the names that it could have
     * here.
     */
    List<Problem> open() {
        return fields.stream()
                .filter(offer -> offer.question().isOpen())
                .map(FieldsShown::sentence)
                .toList();
    }

    /** Returns the same sentences without proposals, as what was taken tells them. */
    List<Problem> asTaken() {
        return fields.stream().map(offer -> offer.question().sentence()).toList();
    }

    /** Returns a sentence for each field that was named for an earlier bundle. */
    List<String> remembered() {
        return fields.stream()
                .map(FieldOffer::question)
                .filter(FieldQuestion::remembered)
                .filter(question -> !question.isOpen())
                .map(
                        question ->
                                texts.get(
                                        "cli.package.fieldRemembered",
                                        question.key(),
                                        question.answer().orElse(""),
                                        question.sender()))
                .toList();
    }

    /** Returns all of them for machines. */
    List<Map<String, Object>> json() {
        return fields.stream().map(FieldsShown::json).toList();
    }

    private static Map<String, Object> json(FieldOffer offer) {
        FieldQuestion question = offer.question();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("field", question.key());
        tree.put("of", question.theirs().value());
        tree.put("source", question.ours().name().value());
        question.answer().ifPresent(ours -> tree.put("here", ours));
        tree.put("remembered", question.remembered());
        tree.put("proposals", offer.candidates().stream().map(FieldsShown::json).toList());
        return tree;
    }

    private static Map<String, Object> json(FieldOffer.Candidate candidate) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("field", candidate.name());
        tree.put("likely", candidate.likely());
        candidate.carried().ifPresent(profiles -> tree.put("profiles", profiles));
        return tree;
    }

    private static Problem sentence(FieldOffer offer) {
        FieldQuestion question = offer.question();
        List<String> names =
                offer.candidates().stream().map(FieldOffer.Candidate::name).limit(MOST).toList();
        return names.isEmpty()
                ? question.sentence()
                : Problem.of(
                        "problem.incoming.fieldProposed",
                        question.name(),
                        question.ours().title(),
                        String.join(", ", names),
                        question.key(),
                        names.getFirst());
    }
}
