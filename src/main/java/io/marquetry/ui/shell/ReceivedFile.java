package io.marquetry.ui.shell;

import io.marquetry.base.Problem;
import io.marquetry.base.RegularFiles;
import io.marquetry.handoff.PackageDocument;
import io.marquetry.handoff.TagFile;
import io.marquetry.handoff.bundle.BundleFile;
import io.marquetry.json.StrictJson;
import io.marquetry.ui.navigation.Destination;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a file leads that somebody opened with this program, by what stands in it. */
final class ReceivedFile {

    private static final Pattern FORMAT = Pattern.compile("\"format\"\\s*:\\s*\"([a-z/]{1,40})\"");

    private static final Set<String> DOCUMENTS = Set.of(PackageDocument.FORMAT, TagFile.FORMAT);

    private ReceivedFile() {}

    /**
     * Looks into a file; blocks.
     *
     * @throws io.marquetry.base.ProblemException if it cannot be read, or holds what the window
     *     does not open
     */
    static Destination destination(Path file) {
        RegularFiles.require(file);
        byte[] beginning;
        try (InputStream in = Files.newInputStream(file)) {
            beginning = in.readNBytes(StrictJson.MAX_BYTES);
        } catch (IOException e) {
            throw Problem.of("problem.file.unreadable", file.toString(), StrictJson.reason(e))
                    .asException(e);
        }
        // A document that is damaged is still told from a table by the name of its format.
        String text = new String(beginning, StandardCharsets.UTF_8).stripLeading();
        Matcher format = FORMAT.matcher(text);
        boolean named = text.startsWith("{") && format.find();
        if (named && DOCUMENTS.contains(format.group(1))) {
            return new Destination.Documents(List.of(file));
        }
        if (String.valueOf(file.getFileName()).endsWith(BundleFile.ENDING)) {
            return new Destination.Documents(List.of(file));
        }
        return new Destination.ReceivedTable(file);
    }
}
