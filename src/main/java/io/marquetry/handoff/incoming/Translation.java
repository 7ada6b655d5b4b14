package io.marquetry.handoff.incoming;

import io.marquetry.audience.SourceName;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How what comes in is called here: fields of rules, keys, and the source that packages address.
 * Finished versions are not translated: they never change.
 *
 * @param fields names of fields, whoever sent them
 * @param fieldsOf names of fields of single senders, by the source that their packages name
 * @param renames other keys
 * @param source whose profiles the packages shall address; empty for those that they name
 * @param leavesOut whether tags that ask for fields that nobody named stay out, with all that rests
 *     on these tags
 */
public record Translation(
        FieldNames fields,
        Map<SourceName, FieldNames> fieldsOf,
        Renames renames,
        Optional<SourceName> source,
        boolean leavesOut) {

    /** Everything is called as it was. */
    public static final Translation NONE =
            new Translation(FieldNames.SAME, Map.of(), Renames.NONE, Optional.empty(), false);

    /** Copies the map. */
    public Translation {
        fieldsOf = Map.copyOf(fieldsOf);
    }

    /** Returns this with names of fields, whoever sent them. */
    public Translation with(FieldNames names) {
        return new Translation(fields.and(names), fieldsOf, renames, source, leavesOut);
    }

    /** Returns this with names of fields of one sender. */
    public Translation with(SourceName theirs, FieldNames names) {
        Map<SourceName, FieldNames> all = new HashMap<>(fieldsOf);
        all.merge(theirs, names, FieldNames::and);
        return new Translation(fields, all, renames, source, leavesOut);
    }

    /** Returns this with other keys. */
    public Translation with(Renames others) {
        return new Translation(fields, fieldsOf, others, source, leavesOut);
    }

    /** Returns this for the profiles of a source; of those that packages name, if empty. */
    public Translation addressing(Optional<SourceName> ours) {
        return new Translation(fields, fieldsOf, renames, ours, leavesOut);
    }

    /** Returns this where what cannot be counted here comes in, or stays out. */
    public Translation leavingOut(boolean out) {
        return new Translation(fields, fieldsOf, renames, source, out);
    }

    /** Returns the names that were given for a sender. */
    FieldNames given(SourceName theirs) {
        return fields.and(fieldsOf.getOrDefault(theirs, FieldNames.SAME));
    }
}
