package io.marquetry.dispatch;

import io.marquetry.store.dispatch.H2Reach;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes lists of accounts and addresses, one after the other, until it is killed. */
final class ListingChild {

    private static final PrintStream OUT = System.out;

    private ListingChild() {}

    /** Each in a folder of its own. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        OUT.println("begun");
        OUT.flush();
        int made = 0;
        while (true) {
            Path workspace = Files.createTempDirectory(folder, "lists");
            try (H2Reach reach = new H2Reach(workspace)) {
                made += reach.suppressions().size();
            }
            if (made > 0) {
                throw new IllegalStateException("nobody added an address");
            }
        }
    }
}
