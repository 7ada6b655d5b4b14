package io.marquetry.handoff;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;
import io.marquetry.json.Json;
import io.marquetry.json.JsonView;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file of recipients that a document names, as it lies beside the document. Only its hash is
 * looked at; links are not followed.
 */
public enum EnclosedFile {
    /** The document names none. */
    NONE,
    /** It is not beside the document. */
    ABSENT,
    /** It is as it was when the document was made. */
    GENUINE,
    /** It is another one, or was changed. */
    CHANGED;

    /** The place in a document that tells its hash. */
    private static final String POINTER = "#/enclosed/recipients/sha256";

    /**
     * Looks for the file of a document.
     *
     * @param document where it lies
     * @param said what it says, after its schema
     */
    static EnclosedFile of(Path document, Json said) {
        FxThread.refuse();
        Optional<JsonView> told =
                JsonView.of(said)
                        .find(EnclosedParts.MEMBER)
                        .flatMap(enclosed -> enclosed.find("recipients"));
        return told.map(one -> of(document, one.get("file").text(), one.get("sha256").text()))
                .orElse(NONE);
    }

    private static EnclosedFile of(Path document, String name, String hash) {
        try {
            Path beside = document.toAbsolutePath().resolveSibling(name);
            if (!Files.isRegularFile(beside, LinkOption.NOFOLLOW_LINKS)) {
                return ABSENT;
            }
            return Sha256.of(beside).equals(hash) ? GENUINE : CHANGED;
        } catch (IOException | InvalidPathException e) {
            return ABSENT;
        }
    }

    /** Returns the sentence that the file is not the one that the document names. */
    static Problem changed() {
        return Problem.of("problem.export.otherRecipients", POINTER);
    }
}
