package io.marquetry.effect;

import java.util.Map;

/** The mappings that a workspace keeps; blocks, so never call it on the FX thread. */
public interface SavedMappings {

    /** Returns all mappings by name. */
    Map<OutcomeName, SavedMapping> all();

    /** Keeps a mapping in place of the one with its name; durable when it returns. */
    void save(OutcomeName name, SavedMapping mapping);

    /** Forgets a mapping; durable when it returns. */
    void remove(OutcomeName name);
}
