package io.marquetry.source.ask;

import io.marquetry.audience.AudienceKeys;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReader;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.audience.AudienceSize;
import io.marquetry.audience.MembershipReader;
import io.marquetry.audience.PeopleReader;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceRepository;
import io.marquetry.source.local.InPlaceSources;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Finds the readers of a workspace's local sources. */
public final class SourceReaders implements AudienceReaders, AudienceKeys {

    private final InPlaceSources inPlace;
    private final OpenSources databases;
    private final Supplier<LocalDate> today;

    /**
     * Makes the readers.
     *
     * @param today the real day where the user is; for sources that have none of their own
     */
    public SourceReaders(
            SourceRepository sources, OpenSources databases, Supplier<LocalDate> today) {
        this.inPlace = new InPlaceSources(databases.workspace(), sources);
        this.databases = databases;
        this.today = today;
    }

    @Override
    public AudienceReader reader(SourceName name) {
        return new SourceAudienceReader(source(name), databases, today);
    }

    @Override
    public AudienceSize keys(
            SourceName name, AudienceQuery query, Consumer<String> each, CancelSignal signal) {
        return new SourceAudienceReader(source(name), databases, today).keys(query, each, signal);
    }

    /**
     * Returns who reads memberships from a source.
     *
     * @throws io.marquetry.base.ProblemException if there is no such source
     */
    public MembershipReader membership(SourceName name) {
        ProfileSource source = source(name);
        return new SourceMembershipReader(source, databases, source.fixedToday().orElseGet(today));
    }

    /**
     * Returns who reads the people of a source with what is known of them.
     *
     * @throws io.marquetry.base.ProblemException if there is no such source
     */
    public PeopleReader people(SourceName name) {
        ProfileSource source = source(name);
        return new SourceMembershipReader(source, databases, source.fixedToday().orElseGet(today));
    }

    /**
     * Returns a source as it is now.
     *
     * @throws io.marquetry.base.ProblemException if there is no such source
     */
    public ProfileSource source(SourceName name) {
        return inPlace.refresh(name);
    }
}
