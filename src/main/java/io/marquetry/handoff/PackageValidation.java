package io.marquetry.handoff;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.json.Json;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tells whether a file is a package document that its receiver can trust: strict JSON of a known
 * version, after the published schema, with the right hash, and whole in itself.
 */
public final class PackageValidation {

    /** By version of the format, from 1. */
    private final List<PublishedSchema> schemas =
            List.of(
                    new PublishedSchema(PublishedSchema.PACKAGE),
                    new PublishedSchema(PublishedSchema.PACKAGE_2),
                    new PublishedSchema(PublishedSchema.PACKAGE_3),
                    new PublishedSchema(PublishedSchema.PACKAGE_4),
                    new PublishedSchema(PublishedSchema.PACKAGE_5));

    /**
     * Judges a file, and the file of recipients beside it where it names one; never throws for what
     * is in them.
     */
    public ValidationReport validate(Path file) {
        try {
            Json json = StrictJson.read(file);
            ValidationReport report = judged(() -> json);
            return report.isValid() ? report.with(EnclosedFile.of(file, json)) : report;
        } catch (ProblemException e) {
            return ValidationReport.of(e.problem());
        }
    }

    /** Judges a document's bytes; never throws for what is in them. */
    public ValidationReport validate(byte[] document) {
        return judged(() -> StrictJson.read(document));
    }

    private ValidationReport judged(Supplier<Json> reader) {
        try {
            Json json = reader.get();
            JsonView view = JsonView.of(json);
            int version = DocumentFormat.require(view, PackageDocument.FORMAT, schemas.size());
            return judged(view, schemas.get(version - 1));
        } catch (ProblemException e) {
            return ValidationReport.of(e.problem());
        }
    }

    private ValidationReport judged(JsonView view, PublishedSchema schema) {
        List<Problem> broken = new ArrayList<>(schema.problems(view.json()));
        if (broken.isEmpty() && view.find(EnclosedParts.MEMBER).isPresent()) {
            Json version = EnclosedParts.without(view.json());
            long told = JsonView.of(version).get("formatVersion").whole(1, schemas.size());
            broken.addAll(schemas.get((int) told - 1).problems(version));
        }
        try {
            PackageDocument document = PackageDocumentJson.read(view);
            return ValidationReport.of(
                    broken.isEmpty() ? new DocumentChecks(view, document).findings() : broken,
                    Optional.of(document));
        } catch (ProblemException e) {
            return ValidationReport.of(together(e.problem(), broken), Optional.empty());
        }
    }

    /** Where both speak of one place, the reader's sentence is the more exact one. */
    private static List<Problem> together(Problem read, List<Problem> schema) {
        Set<Problem> all = new LinkedHashSet<>();
        all.add(read);
        schema.stream()
                .filter(problem -> !problem.args().getFirst().equals(read.args().getFirst()))
                .forEach(all::add);
        return List.copyOf(all);
    }
}
