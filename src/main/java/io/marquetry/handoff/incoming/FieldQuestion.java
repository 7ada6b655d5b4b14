package io.marquetry.handoff.incoming;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.TagRule;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A field, or a stream of events, that a sender's rules ask for and that our source calls otherwise
 * or has not.
 *
 * @param theirs the source that the sender's packages name; answers are remembered by it
 * @param sender what the sender calls that source
 * @param key as {@link FieldNames} tell it: {@code level}, {@code orders/} or {@code orders/shop}
 * @param types what the field must be of for the rules' values; empty: any
 * @param tests what rules ask of it, in the sender's words
 * @param ours the source that shall answer
 * @param ourStream what the stream is called there whose events have the field; empty for
 *     attributes and for streams themselves
 * @param answer what it is called there; empty while nobody told
 * @param remembered whether that was told for an earlier bundle of the same sender
 */
public record FieldQuestion(
        SourceName theirs,
        String sender,
        String key,
        Set<AttributeType> types,
        List<TagRule.OnField> tests,
        ProfileSource ours,
        Optional<String> ourStream,
        Optional<String> answer,
        boolean remembered) {

    /** Copies the collections. */
    public FieldQuestion {
        types = Set.copyOf(types);
        tests = List.copyOf(tests);
    }

    /** Returns whether it asks for a stream of events. */
    public boolean isStream() {
        return key.endsWith("/");
    }

    /** Returns what the sender calls the field or the stream. */
    public String name() {
        return FieldNames.own(key);
    }

    /** Returns the stream of the sender's whose events have the field. */
    public Optional<String> stream() {
        return isStream() || key.indexOf('/') < 0
                ? Optional.empty()
                : Optional.of(key.substring(0, key.indexOf('/')));
    }

    /** Returns whether nobody told yet what it is called here. */
    public boolean isOpen() {
        return answer.isEmpty();
    }

    /** Returns what could answer it: all of our fields that the rules' values fit. */
    public List<String> fitting() {
        return isStream()
                ? ours.model().streams().stream().map(EventStream::name).toList()
                : fields().stream()
                        .filter(field -> types.isEmpty() || types.contains(field.type()))
                        .map(Attribute::name)
                        .toList();
    }

    private List<Attribute> fields() {
        return ourStream.isEmpty()
                ? ours.model().attributes()
                : ours.model().stream(ourStream.get()).map(EventStream::fields).orElse(List.of());
    }

    FieldQuestion answered(String ourName) {
        return new FieldQuestion(
                theirs,
                sender,
                key,
                types,
                tests,
                ours,
                ourStream,
                Optional.of(ourName),
                remembered);
    }

    /** Returns the sentence that it is open. */
    public Problem sentence() {
        return Problem.of("problem.incoming.fieldMissing", name(), ours.title(), key);
    }
}
