package io.marquetry.handoff.incoming;

import io.marquetry.base.NameList;
import io.marquetry.base.Problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What does not come in, since its rules ask for fields that nobody told what they are called here.
 *
 * @param fields those fields, as {@link FieldNames} tell them
 * @param tags the sender's tags whose rules ask for one of them, or rest on a tag that does
 * @param packages packages that use one of those tags, or ask for such a field themselves
 */
public record LeftOut(Set<String> fields, Set<String> tags, Set<String> packages) {

    /** Nothing is left out. */
    public static final LeftOut NOTHING = new LeftOut(Set.of(), Set.of(), Set.of());

    /** Copies the names, in their order. */
    public LeftOut {
        fields = Collections.unmodifiableSet(new TreeSet<>(fields));
        tags = Collections.unmodifiableSet(new TreeSet<>(tags));
        packages = Collections.unmodifiableSet(new TreeSet<>(packages));
    }

    /** Returns whether all comes in. */
    public boolean isNothing() {
        return tags.isEmpty() && packages.isEmpty();
    }

    /** Returns the sentences that name it all. */
    List<Problem> sentences() {
        List<Problem> all = new ArrayList<>();
        if (!tags.isEmpty()) {
            all.add(sentence("problem.incoming.leftOutTags", tags));
        }
        if (!packages.isEmpty()) {
            all.add(sentence("problem.incoming.leftOutPackages", packages));
        }
        return all;
    }

    private Problem sentence(String key, Set<String> names) {
        return Problem.of(key, names.size(), NameList.of(names), NameList.of(fields));
    }
}
