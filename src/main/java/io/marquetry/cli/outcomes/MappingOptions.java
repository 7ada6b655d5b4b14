package io.marquetry.cli.outcomes;

import io.marquetry.base.Problem;
import io.marquetry.effect.Absence;
import io.marquetry.effect.ColumnUse;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.PackageRef;
import io.marquetry.effect.Plan;
import io.marquetry.effect.SavedMapping;
import io.marquetry.effect.SavedMappings;
import io.marquetry.pack.PackageKey;
import io.marquetry.source.plan.ColumnReadings;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What the columns of outcomes mean, said by hand or by a mapping that was kept. */
final class MappingOptions {

    private static final String EQUALS = "==";

    @Option(
            names = "--map",
            paramLabel = "ROLE=COLUMN[==VALUE]",
            descriptionKey = "cli.outcomes.map")
    private Map<OutcomeRole, String> map = new EnumMap<>(OutcomeRole.class);

    @Option(names = "--rows", paramLabel = "KIND", descriptionKey = "cli.outcomes.rows")
    private @Nullable RowKind rows;

    @Option(names = "--event", paramLabel = "ROLE=WORD", descriptionKey = "cli.outcomes.event")
    private Map<OutcomeRole, String> events = new EnumMap<>(OutcomeRole.class);

    @Option(names = "--control", paramLabel = "ARM", descriptionKey = "cli.outcomes.control")
    private @Nullable String control;

    @Option(
            names = "--package",
            paramLabel = "[TEXT=]KEY[@N]",
            descriptionKey = "cli.outcomes.package")
    private List<String> packages = List.of();

    @Option(names = "--mapping", paramLabel = "NAME", descriptionKey = "cli.outcomes.mapping")
    private @Nullable String saved;

    @Option(
            names = "--save-mapping",
            paramLabel = "NAME",
            descriptionKey = "cli.outcomes.saveMapping")
    private @Nullable String saveAs;

    @Option(names = "--unknown", paramLabel = "ROLE", descriptionKey = "cli.outcomes.unknown")
    private List<OutcomeRole> unknown = List.of();

    @Option(names = "--planned", paramLabel = "ARM=PART", descriptionKey = "cli.outcomes.planned")
    private Map<String, Double> planned = Map.of();

    @Option(
            names = "--planned-people",
            paramLabel = "N",
            descriptionKey = "cli.outcomes.plannedPeople")
    private @Nullable Long plannedPeople;

    @Option(names = "--planned-adjusted", descriptionKey = "cli.outcomes.plannedAdjusted")
    private boolean plannedAdjusted;

    /** What a row is. */
    enum RowKind {
        PROFILES,
        TOTALS,
        EVENTS
    }

    /**
     * Returns what the columns mean: a kept mapping, changed and completed by hand.
     *
     * @param stream the event stream with the rows; empty: the table of profiles
     * @param readings how columns are read, said by hand
     */
    SavedMapping mapping(SavedMappings kept, Optional<String> stream, ColumnReadings readings) {
        Map<OutcomeRole, ColumnUse> columns = new EnumMap<>(OutcomeRole.class);
        Optional<SavedMapping> base = Optional.ofNullable(saved).map(name -> found(kept, name));
        base.ifPresent(b -> columns.putAll(b.mapping().columns()));
        map.forEach((role, text) -> columns.put(role, use(text)));
        for (OutcomeRole role : unknown) {
            if (columns.computeIfPresent(role, (_, use) -> use.with(Absence.UNKNOWN)) == null) {
                throw Problem.of(
                                "problem.outcomes.unknownUnmapped",
                                role.name().toLowerCase(Locale.ROOT))
                        .asException();
            }
        }
        OutcomeLayout layout =
                rows == null && events.isEmpty()
                        ? base.map(b -> b.mapping().layout())
                                .orElseGet(() -> layout(RowKind.PROFILES, stream))
                        : layout(rows == null ? RowKind.EVENTS : rows, stream);
        Design design =
                control == null
                        ? base.map(SavedMapping::design).orElseGet(Design.Observed::new)
                        : new Design.Randomised(control);
        design = planned(design);
        if (design instanceof Design.Randomised && !columns.containsKey(OutcomeRole.ARM)) {
            throw Problem.of("problem.outcomes.controlNeedsArm").asException();
        }
        if (plannedAdjusted && !columns.containsKey(OutcomeRole.BEFORE)) {
            throw Problem.of("problem.outcomes.adjustedNeedsBefore").asException();
        }
        return new SavedMapping(
                new OutcomeMapping(layout, columns),
                design,
                base.map(SavedMapping::readings).orElse(ColumnReadings.NONE).with(readings));
    }

    private Design planned(Design design) {
        if (planned.isEmpty() && plannedPeople == null && !plannedAdjusted) {
            return design;
        }
        if (!(design instanceof Design.Randomised randomised)) {
            throw Problem.of("problem.outcomes.plan").asException();
        }
        try {
            return new Design.Randomised(
                    randomised.controlArm(),
                    new Plan(
                            planned,
                            plannedPeople == null
                                    ? OptionalLong.empty()
                                    : OptionalLong.of(plannedPeople),
                            plannedAdjusted));
        } catch (IllegalArgumentException e) {
            throw Problem.of("problem.outcomes.plan").asException(e);
        }
    }

    /** Returns the same mapping where the layout is another than the options can say. */
    SavedMapping withLayout(SavedMapping mapping, OutcomeLayout layout) {
        return new SavedMapping(
                new OutcomeMapping(layout, mapping.mapping().columns()),
                mapping.design(),
                mapping.readings());
    }

    /**
     * Returns the name that the mapping is to be kept by; asked for before any work begins.
     *
     * @throws io.marquetry.base.ProblemException if it is no name
     */
    Optional<OutcomeName> keptAs() {
        return Optional.ofNullable(saveAs).map(OutcomeName::parse);
    }

    /** Returns the package behind each text of the column PACKAGE. */
    Map<String, PackageRef> packages() {
        return packages(packages);
    }

    /** Returns the package behind each text, written {@code [TEXT=]KEY[@N]}. */
    static Map<String, PackageRef> packages(List<String> written) {
        Map<String, PackageRef> links = new LinkedHashMap<>();
        for (String text : written) {
            int equals = text.lastIndexOf('=');
            links.put(
                    equals < 0 ? "" : text.substring(0, equals),
                    reference(text.substring(equals + 1)));
        }
        return links;
    }

    private static PackageRef reference(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            return new PackageRef(PackageKey.parse(text), OptionalInt.empty());
        }
        try {
            int version = Integer.parseInt(text.substring(at + 1));
            return new PackageRef(PackageKey.parse(text.substring(0, at)), OptionalInt.of(version));
        } catch (NumberFormatException e) {
            throw Problem.of("problem.outcomes.version", text).asException(e);
        }
    }

    private OutcomeLayout layout(RowKind kind, Optional<String> stream) {
        return switch (kind) {
            case PROFILES -> new OutcomeLayout.PerProfile(stream);
            case TOTALS -> new OutcomeLayout.Totals(stream);
            case EVENTS ->
                    new OutcomeLayout.Events(
                            stream,
                            events.isEmpty()
                                    ? Map.of(
                                            OutcomeRole.DELIVERED,
                                            "received",
                                            OutcomeRole.HIT,
                                            "viewed",
                                            OutcomeRole.CONVERTED,
                                            "completed")
                                    : events);
        };
    }

    private static ColumnUse use(String text) {
        int equals = text.indexOf(EQUALS);
        String column = equals < 0 ? text : text.substring(0, equals);
        if (column.isBlank()) {
            throw Problem.of("problem.outcomes.mapForm", text).asException();
        }
        return new ColumnUse(
                column,
                equals < 0
                        ? Optional.empty()
                        : Optional.of(text.substring(equals + EQUALS.length())));
    }

    private static SavedMapping found(SavedMappings kept, String name) {
        return Optional.ofNullable(kept.all().get(OutcomeName.parse(name)))
                .orElseThrow(() -> Problem.of("problem.outcomes.noMapping", name).asException());
    }
}
