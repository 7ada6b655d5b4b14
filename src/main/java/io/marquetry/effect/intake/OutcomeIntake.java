package io.marquetry.effect.intake;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;
import io.marquetry.base.Slug;
import io.marquetry.effect.ColumnUse;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.OutcomeSets;
import io.marquetry.effect.query.WordsQuery;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceRepository;
import io.marquetry.source.ask.SourceQueries;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.local.ImportResult;
import io.marquetry.source.local.LocalSourceFiles;
import io.marquetry.source.local.TableImport;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.ImportPlan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Brings outcomes into a workspace: imported into a file of their own, all or nothing, or named
 * where they lie. Blocks.
 */
public final class OutcomeIntake {

    private final Path workspace;
    private final OutcomeSets sets;
    private final SourceRepository sources;
    private final SourceQueries queries;
    private final InstantSource clock;

    /**
     * Makes the intake of a workspace.
     *
     * @param workspace its folder
     */
    public OutcomeIntake(
            Path workspace,
            OutcomeSets sets,
            SourceRepository sources,
            SourceQueries queries,
            InstantSource clock) {
        this.workspace = workspace;
        this.sets = sets;
        this.sources = sources;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * Imports outcomes. A profile counts once for each package: its first row stays, all others are
     * listed as rejected. What contradicts itself is kept; the review says so.
     *
     * @return what became of each row; close it when it was shown
     * @throws io.marquetry.base.ProblemException if the name is taken, the file was imported
     *     before, or the mapping does not fit; nothing changed then
     * @throws CancelSignal.Cancelled if asked to stop; nothing changed then
     */
    public OutcomeImportResult run(OutcomePlan plan, ImportListener listener, CancelSignal signal) {
        refuseTaken(plan.name());
        Map<String, AttributeType> types = new TreeMap<>();
        plan.columns().forEach(column -> types.put(column.name(), column.type()));
        MappingCheck.refuse(plan.mapping(), types, plan.file().label());
        String hash = sha256(plan.file().bytes(), signal);
        String part = plan.file().table().map(t -> Sha256.of(hash + t)).orElse(hash);
        refuseSameFile(plan, hash, part);
        List<OutcomeSet> added = new ArrayList<>();
        ImportResult rows =
                new TableImport(workspace, clock)
                        .run(
                                importPlan(plan, table(part)),
                                table -> added.add(add(plan, table, hash)),
                                listener,
                                signal);
        return new OutcomeImportResult(added.stream().findFirst(), rows);
    }

    private OutcomeSet add(OutcomePlan plan, ProfileSource table, String hash) {
        OutcomeSet set =
                new OutcomeSet(
                        plan.name(),
                        plan.title(),
                        new OutcomeOrigin.Imported(table, hash),
                        plan.mapping(),
                        plan.design(),
                        plan.packages(),
                        clock.instant());
        sets.add(set);
        return set;
    }

    /**
     * Names outcomes that lie in a profile source.
     *
     * @throws io.marquetry.base.ProblemException if the name is taken, the source is gone, or the
     *     mapping does not fit it
     */
    public void link(OutcomeSet set) {
        refuseTaken(set.name());
        if (set.origin() instanceof OutcomeOrigin.InPlace place) {
            ProfileSource source = sources.get(place.source());
            MappingCheck.refuse(
                    set.mapping(), columns(source, set.mapping().layout()), source.title());
        }
        sets.add(set);
    }

    /**
     * Forgets outcomes, and removes the file of imported ones.
     *
     * @throws io.marquetry.base.ProblemException if there are none of that name
     */
    public void remove(OutcomeName name) {
        OutcomeSet set = sets.get(name);
        LocalSourceFiles files = new LocalSourceFiles(workspace);
        if (set.origin() instanceof OutcomeOrigin.Imported imported) {
            files.markForRemoval(imported.table());
        }
        sets.remove(name);
        if (set.origin() instanceof OutcomeOrigin.Imported imported) {
            queries.close(imported.table().name());
            files.delete(imported.table());
        }
    }

    /** Returns why a source has to stay: outcomes lie in it; empty where none do. */
    public Optional<Problem> readingFrom(SourceName source) {
        return readingFrom(source, Set.of());
    }

    /**
     * Returns why a source has to stay, as above.
     *
     * @param but outcomes that do not count
     */
    public Optional<Problem> readingFrom(SourceName source, Set<OutcomeName> but) {
        return sets.list().stream()
                .filter(set -> set.origin().equals(new OutcomeOrigin.InPlace(source)))
                .filter(set -> !but.contains(set.name()))
                .findFirst()
                .map(
                        set ->
                                Problem.of(
                                        "problem.outcomes.lieThere",
                                        source.value(),
                                        set.name().value()));
    }

    /** Returns the attributes that rows of the layout have, by name, with their types. */
    public static Map<String, AttributeType> columns(ProfileSource source, OutcomeLayout layout) {
        Map<String, AttributeType> types = new TreeMap<>();
        ProfileModel model = source.model();
        model.attributes().forEach(a -> types.put(a.name(), a.type()));
        layout.rows()
                .flatMap(model::stream)
                .ifPresent(s -> s.fields().forEach(f -> types.put(f.name(), f.type())));
        return types;
    }

    /**
     * Returns the words that the columns of a source hold, by name, the most frequent first.
     *
     * @param stream the events that are the rows; empty: the profiles are
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public Map<String, List<String>> words(
            ProfileSource source, Optional<String> stream, CancelSignal signal) {
        return new WordsQuery(queries).fetch(source, stream, signal);
    }

    /** Returns a name that no outcomes have yet, made of any text. */
    public OutcomeName freeName(String wanted) {
        return new OutcomeName(
                Slug.free(
                        wanted, "customers", name -> sets.find(new OutcomeName(name)).isPresent()));
    }

    /** Returns a name for the table that no outcomes have, made of what it holds. */
    private SourceName table(String part) {
        Set<String> taken = new HashSet<>();
        for (OutcomeSet set : sets.list()) {
            if (set.origin() instanceof OutcomeOrigin.Imported imported) {
                taken.add(imported.table().name().value());
            }
        }
        String name = name(part);
        int n = 2;
        while (taken.contains(n == 2 ? name : name + '-' + n)) {
            n++;
        }
        return new SourceName(n == 2 ? name : name + '-' + n);
    }

    private static String name(String part) {
        return "outcomes-" + part.substring(0, 16);
    }

    private ImportPlan importPlan(OutcomePlan plan, SourceName table) {
        Optional<String> key = key(plan.mapping());
        List<ImportColumn> columns =
                plan.columns().stream()
                        .map(
                                column ->
                                        key.filter(column.name()::equals).isPresent()
                                                ? column.withIncluded(false)
                                                : column)
                        .toList();
        return new ImportPlan(
                plan.file(),
                columns,
                key,
                once(plan.mapping()),
                counts(plan.mapping()),
                table,
                plan.title(),
                Optional.empty(),
                List.of(),
                plan.engine());
    }

    /**
     * Where a row is a profile and all are of one package, nobody stands twice. Where arms are told
     * somebody may stand in two of them: both rows are kept, so that the review finds it.
     */
    private static Optional<String> key(OutcomeMapping mapping) {
        boolean once =
                mapping.layout() instanceof OutcomeLayout.PerProfile
                        && mapping.column(OutcomeRole.PACKAGE).isEmpty()
                        && mapping.column(OutcomeRole.ARM).isEmpty();
        return once
                ? mapping.column(OutcomeRole.PROFILE).map(use -> use.column())
                : Optional.empty();
    }

    /** What counts something is never below 0; money may be: that is a refund. */
    private static List<String> counts(OutcomeMapping mapping) {
        List<String> money =
                Stream.of(OutcomeRole.REVENUE, OutcomeRole.COST, OutcomeRole.BEFORE)
                        .flatMap(role -> mapping.column(role).stream())
                        .map(ColumnUse::column)
                        .toList();
        return Stream.of(OutcomeRole.values())
                .filter(OutcomeRole::isCount)
                .flatMap(role -> mapping.column(role).stream())
                .filter(use -> use.equal().isEmpty())
                .map(ColumnUse::column)
                .filter(column -> !money.contains(column))
                .distinct()
                .toList();
    }

    /** Where rows are of several packages or arms, nobody stands twice in one of them. */
    private static List<String> once(OutcomeMapping mapping) {
        if (!(mapping.layout() instanceof OutcomeLayout.PerProfile)
                || mapping.column(OutcomeRole.PROFILE).isEmpty()
                || key(mapping).isPresent()) {
            return List.of();
        }
        return Stream.of(OutcomeRole.PACKAGE, OutcomeRole.ARM, OutcomeRole.PROFILE)
                .flatMap(role -> mapping.column(role).stream())
                .map(ColumnUse::column)
                .distinct()
                .toList();
    }

    private void refuseTaken(OutcomeName name) {
        if (sets.find(name).isPresent()) {
            throw Problem.of("problem.outcomes.nameTaken", name.value()).asException();
        }
    }

    /** The same rows may be looked at in two ways, but not twice in one. */
    private void refuseSameFile(OutcomePlan plan, String hash, String part) {
        for (OutcomeSet set : sets.list()) {
            if (set.origin() instanceof OutcomeOrigin.Imported imported
                    && imported.fileSha256().equals(hash)
                    && imported.table().name().value().startsWith(name(part))
                    && set.mapping().equals(plan.mapping())) {
                throw Problem.of(
                                "problem.outcomes.sameFile",
                                set.title(),
                                set.name().value(),
                                set.addedAt().toString())
                        .asException();
            }
        }
    }

    private static String sha256(CsvInput input, CancelSignal signal) {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = input.opening().open()) {
            byte[] block = new byte[1 << 16];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                signal.check();
                digest.update(block, 0, read);
            }
        } catch (IOException e) {
            throw Problem.of("problem.import.unreadable", input.label()).asException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
