package io.marquetry.handoff.hostile;

import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.cli.CliRun;
import io.marquetry.handoff.incoming.Choices;
import io.marquetry.handoff.incoming.Incoming;
import io.marquetry.launch.Wiring;
import io.marquetry.workspace.Workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tries to take hostile files into a workspace, in a process with little memory. */
final class HostileIntake {

    private HostileIntake() {}

    /** Prints a line for each file: its name, milliseconds, and what was answered. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        Wiring wiring = new Wiring(InstantSource.fixed(CliRun.NOW));
        try (Workspace workspace = wiring.open(folder.resolve("workspace"))) {
            for (Path file : files(folder.resolve("files"))) {
                long before = System.nanoTime();
                String taken = answer(workspace, file);
                long took = (System.nanoTime() - before) / 1_000_000;
                CliRun judged = CliRun.of(wiring, "package", "validate", file.toString());
                tell(file, took, taken, judged);
            }
            System.out.printf(
                    "left\t%d packages, %d tags, %d assets%n",
                    workspace.packages().list().size(),
                    workspace.tags().catalog().tags().size(),
                    workspace.tags().assets().size());
        }
        CliRun run =
                CliRun.of(
                        wiring,
                        "package",
                        "import",
                        folder.resolve("files").resolve("number-nan").toString(),
                        "--workspace",
                        folder.resolve("workspace").toString());
        System.out.printf("command\t%d\t%s%n", run.code(), oneLine(run.err()));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static String answer(Workspace workspace, Path file) {
        try {
            Incoming incoming = workspace.incoming().look(List.of(file));
            workspace.incoming().take(incoming, new Choices(Choices.Existing.TAKE, Map.of()));
            return "TAKEN";
        } catch (ProblemException e) {
            return Texts.in(Locale.ENGLISH).sentence(e.problem());
        } catch (RuntimeException | Error e) {
            return "BUG " + e;
        }
    }

    private static void tell(Path file, long took, String taken, CliRun judged) {
        System.out.printf(
                "%s\t%d\t%d\t%s\t%s%n",
                file.getFileName(), took, judged.code(), oneLine(taken), oneLine(judged.err()));
    }

    private static String oneLine(String text) {
        return text.strip().replace("\n", " ¶ ").replace("\t", " ");
    }
}
