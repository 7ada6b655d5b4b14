package io.marquetry.handoff.incoming;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A folder into which machines drop documents and bundles. What was taken goes to its folder {@code
 * taken}, what was refused to {@code refused}, so that nothing is tried twice. Whoever writes
 * slowly does so under a name that ends with {@code .part}, and renames the file when it is whole.
 */
public final class DropFolder {

    private final Path folder;
    private final PackageIntake intake;
    private final Choices choices;

    /**
     * Makes the intake of a folder.
     *
     * @param choices what is to become of things that stand otherwise in the workspace
     */
    public DropFolder(Path folder, PackageIntake intake, Choices choices) {
        this.folder = folder;
        this.intake = intake;
        this.choices = choices;
    }

    /**
     * What became of one file.
     *
     * @param file where it lies now
     * @param refusal why nothing of it was taken; empty where it was
     * @param taken what was; empty where it was refused
     */
    public record Dropped(Path file, Optional<Problem> refusal, Optional<Taken> taken) {}

    /**
     * Takes what lies there, in the order of names.
     *
     * @param told hears of each file once it was dealt with
     * @throws ProblemException if the folder cannot be read, or files not moved away
     */
    public void takeAll(Consumer<Dropped> told) {
        FxThread.refuse();
        for (Path file : DocumentFiles.in(folder)) {
            told.accept(take(file));
        }
    }

    private Dropped take(Path file) {
        try {
            Taken taken = intake.take(intake.look(List.of(file)), choices);
            return new Dropped(moved(file, "taken"), Optional.empty(), Optional.of(taken));
        } catch (ProblemException e) {
            return new Dropped(moved(file, "refused"), Optional.of(e.problem()), Optional.empty());
        }
    }

    private Path moved(Path file, String to) {
        try {
            Path place = Files.createDirectories(folder.resolve(to)).resolve(file.getFileName());
            return Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Problem.of("problem.drop.folder", folder.toString()).asException(e);
        }
    }
}
