package io.marquetry.launch;

import java.nio.file.Path;

/** Who follows a window from outside; neither is told on the FX thread. */
public interface WindowLife {

    /** A workspace is about to be opened in it. */
    default void opens(Path workspace) {}

    /** All its files are closed. */
    void closed();
}
