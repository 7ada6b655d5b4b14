package io.marquetry.dispatch.send;

import io.marquetry.dispatch.Recipient;

import java.util.List;
import java.util.Set;

/** Whether people still agree, asked right before they are sent to. Blocks. */
@FunctionalInterface
public interface Consents {

    /** Nobody takes back what was frozen. */
    Consents AS_FROZEN = people -> Set.of();

    /** Returns the keys of those who do not agree any more, or are not known any more. */
    Set<String> refusing(List<Recipient> people);
}
