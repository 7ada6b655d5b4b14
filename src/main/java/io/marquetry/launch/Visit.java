package io.marquetry.launch;

import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a second start asks of the window that is open already: to come to the front, and to open a
 * file where one is named.
 *
 * @param file absolute
 */
record Visit(Optional<Path> file) {

    /**
     * The longest message, in bytes: a path of the longest kind, escaped, and a word to know by.
     */
    static final int MAX_BYTES = 32 << 10;

    private static final String FILE = "file";
    private static final String WORD = "word";

    /** Makes the path absolute: the other process works in another folder. */
    Visit {
        file = file.map(path -> path.toAbsolutePath().normalize());
    }

    /** Writes the visit as one line that proves that its sender may read the word. */
    String message(String word) {
        return CanonicalJson.write(
                        new JsonMembers()
                                .put(FILE, file, path -> Json.text(path.toString()))
                                .put(WORD, word)
                                .done())
                + '\n';
    }

    /**
     * Reads a visit; empty where the sender does not know the word.
     *
     * @throws io.marquetry.base.ProblemException if it is no message of ours
     */
    static Optional<Visit> read(String message, String word) {
        JsonView view = JsonView.of(StrictJson.read(message));
        view.only(FILE, WORD);
        if (!Word.same(view.get(WORD).text(), word)) {
            return Optional.empty();
        }
        try {
            Optional<Path> path = view.find(FILE).map(member -> Path.of(member.text()));
            return path.isPresent() && !path.get().isAbsolute()
                    ? Optional.empty()
                    : Optional.of(new Visit(path));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
