package io.marquetry.handoff;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import io.marquetry.base.Problem;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Judges a document by a published schema; nothing is ever fetched for it. */
public final class PublishedSchema {

    /** The schema of package documents of the first version. */
    public static final String PACKAGE = "/schema/package-1.schema.json";

    /** The schema of package documents whose audience has conditions. */
    public static final String PACKAGE_2 = "/schema/package-2.schema.json";

    /** The schema of package documents whose rules count days that end with today. */
    public static final String PACKAGE_3 = "/schema/package-3.schema.json";

    /** The schema of package documents that enclose recipients or SQL. */
    public static final String PACKAGE_4 = "/schema/package-4.schema.json";

    /** The schema of package documents whose assets show pictures. */
    public static final String PACKAGE_5 = "/schema/package-5.schema.json";

    /** The schema of tag files of the first version. */
    public static final String TAGS = "/schema/tags-1.schema.json";

    /** The schema of tag files whose rules count days that end with today. */
    public static final String TAGS_2 = "/schema/tags-2.schema.json";

    /** The schema of tag files whose assets show pictures. */
    public static final String TAGS_3 = "/schema/tags-3.schema.json";

    private static final Map<String, String> TYPES =
            Map.of(
                    "object", "problem.json.type.object",
                    "array", "problem.json.type.array",
                    "string", "problem.json.type.text",
                    "integer", "problem.json.type.whole",
                    "boolean", "problem.json.type.truth");

    private final String resource;
    private @Nullable Schema schema;

    /** Names a schema of the class path; the first document loads it, as most starts need none. */
    public PublishedSchema(String resource) {
        this.resource = resource;
    }

    private synchronized Schema schema() {
        if (schema == null) {
            SchemaRegistry registry =
                    SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12,
                            builder ->
                                    builder.schemaLoader(
                                            loader -> loader.fetchRemoteResources(false)));
            schema = registry.getSchema(text(resource), InputFormat.JSON);
        }
        return schema;
    }

    /** Returns the text of a schema of the class path. */
    public static String text(String resource) {
        try (InputStream in = PublishedSchema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what breaks the schema, with the places; empty where nothing does. */
    public List<Problem> problems(Json document) {
        return schema().validate(CanonicalJson.write(document), InputFormat.JSON).stream()
                .map(PublishedSchema::problem)
                .distinct()
                .toList();
    }

    private static Problem problem(Error error) {
        String pointer = "#" + error.getInstanceLocation();
        String property = String.valueOf(error.getProperty());
        String rule = shown(error);
        return switch (error.getKeyword()) {
            case "required" -> Problem.of("problem.json.missing", pointer, property);
            case "additionalProperties" -> Problem.of("problem.schema.unknown", pointer, property);
            case "type" ->
                    Problem.of(TYPES.getOrDefault(rule, "problem.schema.other"), pointer, rule);
            case "const", "enum" -> Problem.of("problem.schema.word", pointer, rule);
            case "pattern" -> Problem.of("problem.schema.form", pointer, rule);
            case "minItems" -> Problem.of("problem.json.atLeastOne", pointer);
            case "uniqueItems" -> Problem.of("problem.schema.twice", pointer);
            case "minimum" -> Problem.of("problem.schema.minimum", pointer, rule);
            case "maximum" -> Problem.of("problem.schema.maximum", pointer, rule);
            default -> Problem.of("problem.schema.other", pointer, error.getKeyword());
        };
    }

    private static String shown(Error error) {
        var rule = error.getSchemaNode();
        return rule == null ? "" : rule.isString() ? rule.stringValue() : rule.toString();
    }
}
