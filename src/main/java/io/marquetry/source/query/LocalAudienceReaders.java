package io.marquetry.source.query;

import io.marquetry.audience.AudienceReader;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.audience.MembershipReader;
import io.marquetry.audience.SourceName;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceRepository;
import io.marquetry.source.local.InPlaceSources;

import java.time.LocalDate;
import java.util.function.Supplier;

/** Finds the readers of a workspace's local sources. */
public final class LocalAudienceReaders implements AudienceReaders {

    private final InPlaceSources inPlace;
    private final LocalDatabases databases;
    private final Supplier<LocalDate> today;

    /**
     * Makes the readers.
     *
     * @param today the real day where the user is; for sources that have none of their own
     */
    public LocalAudienceReaders(
            SourceRepository sources, LocalDatabases databases, Supplier<LocalDate> today) {
        this.inPlace = new InPlaceSources(databases.workspace(), sources);
        this.databases = databases;
        this.today = today;
    }

    @Override
    public AudienceReader reader(SourceName name) {
        return new LocalAudienceReader(source(name), databases, today);
    }

    /**
     * Returns who reads memberships from a source.
     *
     * @throws io.marquetry.base.ProblemException if there is no such source
     */
    public MembershipReader membership(SourceName name) {
        ProfileSource source = source(name);
        return new LocalMembershipReader(source, databases, source.fixedToday().orElseGet(today));
    }

    private ProfileSource source(SourceName name) {
        return inPlace.refresh(name);
    }
}
