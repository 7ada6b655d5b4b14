package io.marquetry.source;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** A list of sources that lives as long as the test. */
public final class ListedSources implements SourceRepository {

    private final Map<SourceName, ProfileSource> sources = new ConcurrentSkipListMap<>();

    /** Makes a list of these sources. */
    public ListedSources(ProfileSource... listed) {
        List.of(listed).forEach(this::add);
    }

    @Override
    public List<ProfileSource> list() {
        return List.copyOf(sources.values());
    }

    @Override
    public Optional<ProfileSource> find(SourceName name) {
        return Optional.ofNullable(sources.get(name));
    }

    @Override
    public void add(ProfileSource source) {
        if (sources.putIfAbsent(source.name(), source) != null) {
            throw Problem.of("problem.import.nameTaken", source.name().value(), "other")
                    .asException();
        }
    }

    @Override
    public void remove(SourceName name) {
        sources.remove(name);
    }
}
