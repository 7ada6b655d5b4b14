package io.marquetry.json;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** One reading of one text, token by token. */
final class StrictJsonReader {

    private static final int MAX_TEXT = 1_000_000;
    private static final int MAX_NAME = 1_000;
    private static final int MAX_DIGITS = 1_000;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(StrictJson.MAX_DEPTH + 1)
                                    .maxDocumentLength(StrictJson.MAX_BYTES)
                                    .maxStringLength(MAX_TEXT)
                                    .maxNameLength(MAX_NAME)
                                    .maxNumberLength(MAX_DIGITS)
                                    .build())
                    .build();

    private final String text;
    private int values;

    StrictJsonReader(String text) {
        this.text = text;
    }

    Json read() {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            try {
                parser.nextToken();
                Json json = value(parser, "#", 0);
                if (parser.nextToken() != null) {
                    throw at("problem.json.trailing", parser.currentTokenLocation());
                }
                return json;
            } catch (UnexpectedEndOfInputException e) {
                throw at("problem.json.truncated", parser.currentLocation(), e);
            } catch (StreamConstraintsException e) {
                throw at("problem.json.tooLong", parser.currentLocation(), e);
            } catch (JacksonException e) {
                throw at("problem.json.syntax", parser.currentLocation(), e);
            }
        }
    }

    private Json value(JsonParser parser, String pointer, int depth) {
        values++;
        if (values > StrictJson.MAX_VALUES) {
            throw Problem.of("problem.json.tooMany", StrictJson.MAX_VALUES).asException();
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser, pointer, deeper(pointer, depth));
            case START_ARRAY -> items(parser, pointer, deeper(pointer, depth));
            case VALUE_STRING -> new Json.Text(whole(parser.getString(), pointer));
            case VALUE_NUMBER_INT -> number(parser.getString(), pointer);
            case VALUE_NUMBER_FLOAT ->
                    throw Problem.of("problem.json.number", pointer).asException();
            case VALUE_TRUE -> new Json.Truth(true);
            case VALUE_FALSE -> new Json.Truth(false);
            case VALUE_NULL -> throw Problem.of("problem.json.null", pointer).asException();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                    throw new IllegalStateException("no value: " + parser.currentToken());
        };
    }

    private Json members(JsonParser parser, String pointer, int depth) {
        TreeMap<String, Json> members = new TreeMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = whole(parser.currentName(), pointer);
            if (members.containsKey(name)) {
                throw Problem.of("problem.json.duplicate", pointer, JsonView.shown(name))
                        .asException();
            }
            parser.nextToken();
            members.put(name, value(parser, JsonView.child(pointer, name), depth));
        }
        return new Json.Members(members);
    }

    private Json items(JsonParser parser, String pointer, int depth) {
        List<Json> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser, JsonView.child(pointer, values.size()), depth));
        }
        return new Json.Items(values);
    }

    private static int deeper(String pointer, int depth) {
        if (depth == StrictJson.MAX_DEPTH) {
            throw Problem.of("problem.json.tooDeep", JsonView.shown(pointer), StrictJson.MAX_DEPTH)
                    .asException();
        }
        return depth + 1;
    }

    private static String whole(String text, String pointer) {
        if (Json.hasLoneSurrogate(text)) {
            throw Problem.of("problem.json.surrogate", pointer).asException();
        }
        return text;
    }

    private static Json number(String digits, String pointer) {
        // Nineteen characters always fit a long, and already exceed what is allowed.
        long number = digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
        if (Math.abs(number) > Json.Whole.MAX) {
            throw Problem.of("problem.json.number", pointer).asException();
        }
        return new Json.Whole(number);
    }

    private ProblemException at(String key, TokenStreamLocation place) {
        return problem(key, place).asException();
    }

    private ProblemException at(String key, TokenStreamLocation place, JacksonException cause) {
        return problem(key, place).asException(cause);
    }

    private static Problem problem(String key, TokenStreamLocation place) {
        return Problem.of(key, Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
    }
}
