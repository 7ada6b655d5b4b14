package io.marquetry.pack;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.OutputFiles;
import io.marquetry.base.Problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/**
 * A file that gets a package document: written beside it, read back and judged, and only then put
 * in its place. Closing it removes what was not.
 */
final class DocumentFile implements AutoCloseable {

    private final Path file;
    private final Path staged;
    private final PackageDocuments documents;

    /**
     * Begins a file.
     *
     * @throws io.marquetry.base.ProblemException if nothing can be written there
     */
    DocumentFile(Path file, PackageDocuments documents) {
        this.file = file.toAbsolutePath();
        this.staged = DurableFiles.unfinished(this.file);
        this.documents = documents;
        OutputFiles.check(file);
    }

    /**
     * Writes a version beside the file and reads it back.
     *
     * @return the version
     * @throws io.marquetry.base.ProblemException if that fails, or a receiver would refuse it
     */
    PackageVersion stage(PackageVersion version) {
        byte[] document = version.document().getBytes(StandardCharsets.UTF_8);
        try {
            DurableFiles.stage(file, document);
            if (!Arrays.equals(Files.readAllBytes(staged), document)) {
                throw Problem.of("problem.package.readBack", file.toString()).asException();
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
        for (Problem finding : documents.findings(document)) {
            throw finding.asException();
        }
        return version;
    }

    /** Puts it in its place, over what was there. */
    void place() {
        try {
            DurableFiles.move(staged, file);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(staged);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private RuntimeException unwritable(IOException failure) {
        String why =
                Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName());
        return Problem.of("problem.file.unwritable", file.toString(), why).asException(failure);
    }
}
