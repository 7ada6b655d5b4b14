package io.marquetry.base;

import java.util.Optional;

/** Small things that a workspace remembers; blocks, so never call it on the FX thread. */
public interface Settings {

    /** Returns what was kept under the name. */
    Optional<String> get(String name);

    /**
     * Keeps a text; durable when it returns.
     *
     * @param name at most 64 characters
     * @param content at most 4,000 characters
     */
    void put(String name, String content);
}
