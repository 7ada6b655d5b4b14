package io.marquetry.source.plan;

import java.util.List;
import java.util.Optional;

/**
 * Which files a source was made of, and how they were read.
 *
 * @param key the column that names the profiles, as the file calls it; empty: the row number did
 * @param keyCase whether letter case tells keys apart
 * @param events the files with the profiles' events
 */
public record SourceOrigin(
        ReadFile profiles, Optional<String> key, KeyCase keyCase, List<Events> events) {

    /** Copies the files. */
    public SourceOrigin {
        events = List.copyOf(events);
    }

    /**
     * A file of events.
     *
     * @param name how rules call the events
     * @param profileColumn the column with the profile's key, as the file calls it
     * @param timeColumn the column with the time, as the file calls it
     */
    public record Events(String name, ReadFile file, String profileColumn, String timeColumn) {}

    /** Returns the origin of what a plan makes. */
    public static SourceOrigin of(ImportPlan plan) {
        ReadFile profiles = ReadFile.of(plan.file(), plan.columns());
        KeyCase keyCase =
                plan.columns().stream()
                        .filter(column -> plan.keyColumn().equals(Optional.of(column.name())))
                        .map(ImportColumn::keyCase)
                        .findFirst()
                        .orElse(KeyCase.AS_WRITTEN);
        return new SourceOrigin(
                profiles,
                plan.keyColumn().flatMap(profiles::header),
                keyCase,
                plan.events().stream().map(SourceOrigin::events).toList());
    }

    private static Events events(EventPlan plan) {
        ReadFile file = ReadFile.of(plan.file(), plan.columns());
        return new Events(
                plan.name(),
                file,
                file.header(plan.profileColumn()).orElse(plan.profileColumn()),
                file.header(plan.timeColumn()).orElse(plan.timeColumn()));
    }
}
