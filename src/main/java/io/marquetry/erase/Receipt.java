package io.marquetry.erase;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Problem;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.StrictJson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The document that says what an erasure did, to be shown to who asked for it. */
public final class Receipt {

    /** Names the format. */
    static final String FORMAT = "marquetry/erasure";

    private Receipt() {}

    /**
     * Keeps the receipt in the workspace, in its folder {@code receipts}.
     *
     * @param workspace its folder
     * @throws io.marquetry.base.ProblemException if it cannot be written
     */
    public static Path write(Path workspace, Erasure erasure) {
        Path file = workspace.resolve("receipts").resolve("erasure-" + erasure.number() + ".json");
        try {
            PrivateFiles.folder(workspace.resolve("receipts"));
            DurableFiles.write(file, CanonicalJson.bytes(json(erasure)));
            return file;
        } catch (IOException e) {
            throw Problem.of("problem.file.unwritable", file.toString(), StrictJson.reason(e))
                    .asException(e);
        }
    }

    /** Returns what the receipt says. */
    public static Json json(Erasure erasure) {
        return new JsonMembers()
                .put("format", FORMAT)
                .put("formatVersion", 1)
                .put("number", erasure.number())
                .put("at", erasure.at().toString())
                .put(
                        "removed",
                        new Json.Items(erasure.removed().stream().map(Receipt::json).toList()))
                .put("copiesRemoved", erasure.copies())
                .put("filesOfOthers", texts(erasure.inPlace()))
                .put("tagsNamingThePerson", texts(erasure.naming()))
                .done();
    }

    private static Json json(Erasure.From from) {
        return new JsonMembers()
                .put("kind", from.kind().name().toLowerCase(Locale.ROOT))
                .put("name", from.name())
                .put("rows", from.rows())
                .put("events", from.events())
                .done();
    }

    private static Json texts(List<String> texts) {
        return new Json.Items(texts.stream().map(Json::text).toList());
    }
}
