package io.marquetry.handoff.incoming;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.AssetRepository;
import io.marquetry.audience.SourceName;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.Settings;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.PackageVersion;
import io.marquetry.source.SourceRepository;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagChecks;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRepository;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Takes package documents into the workspace: first shows what they hold and how it stands to what
 * is there, then takes all of it in one save that can be undone. Blocks, so never call it on the FX
 * thread.
 */
public final class PackageIntake {

    private final TagRepository tags;
    private final AssetRepository assets;
    private final PackageRepository packages;
    private final SourceRepository sources;
    private final IncomingStore store;
    private final KeptNames kept;

    /**
     * Makes the intake of one workspace.
     *
     * @param settings remember how a sender's fields are called here
     */
    public PackageIntake(
            TagRepository tags,
            AssetRepository assets,
            PackageRepository packages,
            SourceRepository sources,
            IncomingStore store,
            Settings settings) {
        this.tags = tags;
        this.assets = assets;
        this.packages = packages;
        this.sources = sources;
        this.store = store;
        this.kept = new KeptNames(settings);
    }

    /**
     * Reads documents and bundles, and compares them with the workspace. Writes nothing.
     *
     * @throws io.marquetry.base.ProblemException if one of them is not valid, or two tell one
     *     version of a package otherwise
     */
    public Incoming look(List<Path> files) {
        return look(files, Translation.NONE, Optional.empty());
    }

    /**
     * Reads one document that is no file, and compares it with the workspace. Writes nothing.
     *
     * @param name what people call it
     * @throws io.marquetry.base.ProblemException as the others
     */
    public Incoming look(String name, byte[] document) {
        Arrival arrival =
                Documents.read(name, document, theirs -> Translation.NONE.after(kept.of(theirs)));
        return compared(arrival, FieldNames.SAME, Optional.empty());
    }

    /**
     * Reads documents and bundles, and compares what they are called here with the workspace.
     * Writes nothing. Names of fields that were given for an earlier bundle of the same sender are
     * used where the translation has none.
     *
     * @param source whose profiles the packages shall address; empty for those that they name
     * @throws io.marquetry.base.ProblemException as the other one
     */
    public Incoming look(List<Path> files, Translation given, Optional<SourceName> source) {
        Arrival arrival = Documents.read(files, name -> given.after(kept.of(name)));
        return compared(arrival, given.fields(), source);
    }

    private Incoming compared(Arrival arrival, FieldNames fields, Optional<SourceName> source) {
        List<IncomingItem> items = new ArrayList<>();
        arrival.versions()
                .forEach(
                        (key, versions) -> {
                            items.add(pack(versions.lastEntry().getValue()));
                            versions.values().forEach(one -> items.add(version(one)));
                        });
        TagCatalog catalog = tags.catalog();
        for (Tag tag : arrival.tags().values()) {
            Standing standing = standing(catalog.find(tag.key()), tag);
            items.add(item(IncomingItem.Kind.TAG, tag.key().value(), tag.name(), standing));
        }
        Map<AssetKey, Asset> known = assets.assets();
        for (Asset asset : arrival.assets().values()) {
            Standing standing = standing(Optional.ofNullable(known.get(asset.key())), asset);
            items.add(item(IncomingItem.Kind.ASSET, asset.key().value(), asset.name(), standing));
        }
        List<Problem> notes = new ArrayList<>();
        if (source.isEmpty()) {
            notes.addAll(missingSources(arrival));
        }
        notes.addAll(missingFields(arrival, source));
        return new Incoming(arrival, items, notes, fields);
    }

    private IncomingItem pack(ArrivedVersion newest) {
        PackageKey key = newest.version().key();
        Standing standing =
                packages.isArchived(key)
                        ? Standing.DIFFERENT
                        : standing(
                                packages.draft(key).map(draft -> draft.current()),
                                newest.document().pack());
        return item(IncomingItem.Kind.PACKAGE, key.value(), newest.document().name(), standing);
    }

    private IncomingItem version(ArrivedVersion one) {
        PackageVersion version = one.version();
        return item(
                IncomingItem.Kind.VERSION,
                version.key().value() + " " + version.number(),
                one.document().name(),
                standing(packages.version(version.key(), version.number()), version));
    }

    private static IncomingItem item(
            IncomingItem.Kind kind, String key, LocalizedText name, Standing standing) {
        return new IncomingItem(kind, key, name, standing);
    }

    static <T> Standing standing(Optional<T> here, T arrived) {
        return here.isEmpty()
                ? Standing.NEW
                : here.get().equals(arrived) ? Standing.SAME : Standing.DIFFERENT;
    }

    /** Where the source is here, what its packages ask for and it has not. */
    private List<Problem> missingFields(Arrival arrival, Optional<SourceName> source) {
        return arrival.versions().values().stream()
                .map(versions -> versions.lastEntry().getValue().document())
                .flatMap(
                        document ->
                                sources.find(source.orElse(document.pack().source())).stream()
                                        .flatMap(
                                                ours ->
                                                        new MissingFields(
                                                                        ours.title(), ours.model())
                                                                .of(document).stream()))
                .distinct()
                .toList();
    }

    private List<Problem> missingSources(Arrival arrival) {
        TreeSet<String> missing =
                arrival.versions().values().stream()
                        .map(versions -> versions.lastEntry().getValue().document().pack().source())
                        .filter(source -> sources.find(source).isEmpty())
                        .map(SourceName::value)
                        .collect(Collectors.toCollection(TreeSet::new));
        return missing.stream()
                .map(name -> Problem.of("problem.incoming.sourceMissing", name))
                .toList();
    }

    /**
     * Takes what comes in, all of it or nothing; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if something differs and nobody chose, a key is
     *     taken, a tag is refused, or the workspace has changed since it was looked at; nothing is
     *     changed then
     */
    public Taken take(Incoming incoming, Choices choices) {
        Incoming now = compared(incoming.arrival(), incoming.fields(), choices.source());
        if (!now.items().equals(incoming.items())) {
            throw Problem.of("problem.incoming.changed").asException();
        }
        List<IncomingItem> open =
                now.different().stream()
                        .filter(item -> choices.of(item.key()) == Choices.Existing.ASK)
                        .filter(item -> !isRenamed(item, choices))
                        .toList();
        if (!open.isEmpty()) {
            throw Problem.of(
                            "problem.incoming.differs",
                            open.size(),
                            open.stream()
                                    .map(IncomingItem::key)
                                    .limit(10)
                                    .collect(Collectors.joining(", ")))
                    .asException();
        }
        choices.source().ifPresent(sources::get);
        Taking taking = new Taking(now, choices, packages, tags.catalog(), assets.assets());
        store.save(taking.batch());
        incoming.arrival().versions().values().stream()
                .map(versions -> versions.lastEntry().getValue().document().pack().source())
                .distinct()
                .forEach(name -> kept.keep(name, kept.of(name).and(incoming.fields())));
        return taking.taken();
    }

    private static boolean isRenamed(IncomingItem item, Choices choices) {
        return item.kind() == IncomingItem.Kind.PACKAGE
                && choices.renamed().containsKey(PackageKey.parse(item.key()));
    }

    /**
     * Undoes what was taken; durable when it returns. Versions of packages never go away: a package
     * that came with some is archived.
     *
     * @throws io.marquetry.base.ProblemException if it was changed since, or something else rests
     *     on it; nothing is changed then
     */
    public void undo(Taken taken) {
        TagCatalog catalog = tags.catalog();
        boolean untouched =
                taken.done().tags().stream()
                                .allMatch(tag -> catalog.find(tag.key()).equals(Optional.of(tag)))
                        && taken.done().drafts().stream()
                                .allMatch(
                                        draft ->
                                                packages.draft(draft.base().key())
                                                        .equals(Optional.of(draft)));
        if (!untouched) {
            throw Problem.of("problem.incoming.changedSince").asException();
        }
        TagCatalog left =
                new TagCatalog(
                        catalog.tags().stream()
                                .filter(tag -> !taken.back().goneTags().contains(tag.key()))
                                .toList());
        for (TagKey key : taken.back().goneTags()) {
            String users = TagChecks.usersOf(key, left);
            if (!users.isEmpty()) {
                throw Problem.of("problem.tag.usedByTags", key.value(), users).asException();
            }
        }
        store.save(taken.back());
    }
}
