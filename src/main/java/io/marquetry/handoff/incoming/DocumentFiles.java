package io.marquetry.handoff.incoming;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The documents and bundles that lie in a folder; neither links nor what is in folders below. */
final class DocumentFiles {

    private static final List<String> ENDINGS = List.of(".json", ".mqpack");
    private static final int MOST = 10_000;

    private DocumentFiles() {}

    /**
     * Returns files, with those that lie in a folder in its place.
     *
     * @throws ProblemException if a folder holds none, or more than 10,000
     */
    static List<Path> of(List<Path> filesAndFolders) {
        List<Path> all = new ArrayList<>();
        for (Path one : filesAndFolders) {
            if (!Files.isDirectory(one)) {
                all.add(one);
                continue;
            }
            List<Path> inside = in(one);
            if (inside.isEmpty() || inside.size() > MOST) {
                throw Problem.of("problem.incoming.folder", one.toString(), inside.size(), MOST)
                        .asException();
            }
            all.addAll(inside);
        }
        return all;
    }

    /**
     * Returns those in a folder in the order of their names, whole ones only.
     *
     * @throws ProblemException if the folder cannot be read
     */
    static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(DocumentFiles::isWhole)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Problem.of("problem.drop.folder", folder.toString()).asException(e);
        }
    }

    private static boolean isWhole(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith);
    }
}
