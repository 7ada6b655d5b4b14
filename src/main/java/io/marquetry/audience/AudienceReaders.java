package io.marquetry.audience;

/** Finds who answers for a profile source. */
@FunctionalInterface
public interface AudienceReaders {

    /**
     * Returns the reader of a source.
     *
     * @throws io.marquetry.base.ProblemException if there is no such source, or it does not open
     */
    AudienceReader reader(SourceName source);
}
