package io.marquetry.effect.intake;

import io.marquetry.audience.SourceName;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceRepository;

import java.util.List;
import java.util.Optional;

/** A list without sources: outcomes are imported beside those of profiles. */
class EmptySources implements SourceRepository {

    @Override
    public List<ProfileSource> list() {
        return List.of();
    }

    @Override
    public Optional<ProfileSource> find(SourceName name) {
        return Optional.empty();
    }

    @Override
    public void add(ProfileSource source) {
        throw new IllegalStateException("nothing is kept here");
    }

    @Override
    public void remove(SourceName name) {
        throw new IllegalStateException("nothing is kept here");
    }
}
