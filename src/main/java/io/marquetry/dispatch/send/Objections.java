package io.marquetry.dispatch.send;

import io.marquetry.dispatch.Late;
import io.marquetry.dispatch.Recipient;

import java.util.List;
import java.util.Map;

/** Who must not be written to any more, asked right before people are sent to. Blocks. */
@FunctionalInterface
public interface Objections {

    /** What was frozen holds. */
    Objections NONE = people -> Map.of();

    /** Returns why not, by key; whoever may be written to is missing. */
    Map<String, Late> among(List<Recipient> people);
}
