package io.marquetry.source;

import io.marquetry.audience.SourceName;
import io.marquetry.source.plan.SourceOrigin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A database of profiles that the workspace knows.
 *
 * @param title what people call it, for example the file's name
 * @param place where its profiles lie
 * @param fingerprint hash of what was imported: the same import has the same fingerprint
 * @param asOf when the content was taken
 * @param fixedToday the day relative dates count from, for data of the past; empty: the real today
 * @param profiles how many there are
 * @param labels what people call its fields and events, where they said so
 * @param origin which files it was made of; empty: no files, or nobody kept it
 */
public record ProfileSource(
        SourceName name,
        String title,
        SourcePlace place,
        String fingerprint,
        Instant asOf,
        Optional<LocalDate> fixedToday,
        long profiles,
        ProfileModel model,
        FieldLabels labels,
        Optional<SourceOrigin> origin) {

    /** Makes a source whose fields nobody called otherwise yet. */
    public ProfileSource(
            SourceName name,
            String title,
            SourcePlace place,
            String fingerprint,
            Instant asOf,
            Optional<LocalDate> fixedToday,
            long profiles,
            ProfileModel model) {
        this(
                name,
                title,
                place,
                fingerprint,
                asOf,
                fixedToday,
                profiles,
                model,
                FieldLabels.NONE,
                Optional.empty());
    }

    /** Returns what an attribute of profiles is for when messages go out. */
    public ColumnPurpose purpose(Attribute attribute) {
        List<ColumnChoice> decided =
                place instanceof SourcePlace.Remote remote
                        ? remote.tables().stream()
                                .filter(table -> table.name().equals(model.table()))
                                .flatMap(table -> table.columns().stream())
                                .toList()
                        : List.of();
        return ColumnChoice.of(decided, attribute.column())
                .map(ColumnChoice::purpose)
                .orElseGet(() -> ColumnPurpose.of(attribute.name(), attribute.type()));
    }

    /** Returns the names of the events that tell what came of messages. */
    public List<String> outcomeStreams() {
        if (!(place instanceof SourcePlace.Remote remote)) {
            return List.of();
        }
        List<String> tables =
                remote.tables().stream()
                        .filter(SourcePlace.RemoteTable::outcomes)
                        .map(SourcePlace.RemoteTable::name)
                        .toList();
        return model.streams().stream()
                .filter(stream -> tables.contains(stream.table()))
                .map(EventStream::name)
                .toList();
    }

    /** Returns the source in another state. */
    public ProfileSource in(String content, Instant when, long found) {
        return new ProfileSource(
                name, title, place, content, when, fixedToday, found, model, labels, origin);
    }

    /** Returns this source as people call it from now on. */
    public ProfileSource withTitle(String other) {
        return new ProfileSource(
                name, other, place, fingerprint, asOf, fixedToday, profiles, model, labels, origin);
    }

    /** Returns this source with its fields and events called otherwise. */
    public ProfileSource withLabels(FieldLabels other) {
        return new ProfileSource(
                name, title, place, fingerprint, asOf, fixedToday, profiles, model, other, origin);
    }

    /** Returns this source with the files that it was made of. */
    public ProfileSource withOrigin(SourceOrigin files) {
        return new ProfileSource(
                name,
                title,
                place,
                fingerprint,
                asOf,
                fixedToday,
                profiles,
                model,
                labels,
                Optional.of(files));
    }
}
