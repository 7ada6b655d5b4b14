package io.marquetry.handoff.incoming;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.AssetRepository;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
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
    private final AudienceReaders readers;
    private final IncomingStore store;
    private final KeptNames kept;

    /**
     * Makes the intake of one workspace.
     *
     * @param readers tell which values the fields of a source hold
     * @param settings remember how a sender's fields are called here
     */
    public PackageIntake(
            TagRepository tags,
            AssetRepository assets,
            PackageRepository packages,
            SourceRepository sources,
            AudienceReaders readers,
            IncomingStore store,
            Settings settings) {
        this.tags = tags;
        this.assets = assets;
        this.packages = packages;
        this.sources = sources;
        this.readers = readers;
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
        return look(files, Translation.NONE);
    }

    /**
     * Reads documents and bundles, and compares what they are called here with the workspace.
     * Writes nothing. Names of fields that were given for an earlier bundle of the same sender are
     * used where the translation has none.
     *
     * @throws io.marquetry.base.ProblemException as the other one, or if a package or two things
     *     would have a key that is taken
     */
    public Incoming look(List<Path> files, Translation here) {
        return compared(Documents.read(files, here.renames(), words(here)), here);
    }

    /**
     * Reads one document that is no file, and compares it with the workspace. Writes nothing.
     *
     * @param name what people call it
     * @throws io.marquetry.base.ProblemException as the others
     */
    public Incoming look(String name, byte[] document, Translation here) {
        return compared(Documents.read(name, document, here.renames(), words(here)), here);
    }

    private Function<SourceName, SenderWords> words(Translation here) {
        return theirs -> new SenderWords(kept.of(theirs).and(here.given(theirs)), here.renames());
    }

    /**
     * Returns what our sources could mean by the fields that they call otherwise or have not; those
     * that hold values the rules ask for come first. Counts in the sources.
     */
    public List<FieldOffer> offers(Incoming incoming, CancelSignal signal) {
        FieldOffers offers = new FieldOffers(readers, signal);
        return incoming.questions().stream().map(offers::of).toList();
    }

    /** Compares what arrived, or what is left of it where some of it stays out. */
    private Incoming compared(Arrival arrival, Translation here) {
        List<FieldQuestion> questions = questions(arrival, here);
        LeavingOut.Left left =
                here.leavesOut()
                        ? new LeavingOut(arrival, questions).left(here.renames())
                        : new LeavingOut.Left(arrival, LeftOut.NOTHING);
        List<Problem> notes = new ArrayList<>();
        if (here.source().isEmpty()) {
            notes.addAll(missingSources(left.arrival()));
        }
        notes.addAll(left.out().sentences());
        return new Incoming(arrival, items(left.arrival(), here), notes, questions, here, left);
    }

    private List<IncomingItem> items(Arrival arrival, Translation here) {
        List<IncomingItem> items = new ArrayList<>();
        arrival.versions()
                .forEach(
                        (key, versions) -> {
                            PackageKey ours = here.renames().of(key);
                            if (ours.equals(key)) {
                                items.add(pack(versions.lastEntry().getValue()));
                                versions.values().forEach(one -> items.add(version(one)));
                            } else {
                                items.add(renamed(versions.lastEntry().getValue(), ours));
                            }
                        });
        TagCatalog catalog = tags.catalog();
        for (Tag tag : arrival.tags().values()) {
            TagKey theirs = Renames.before(here.renames().tags(), tag.key());
            items.add(
                    new IncomingItem(
                            IncomingItem.Kind.TAG,
                            tag.key().value(),
                            theirs.value(),
                            tag.name(),
                            standing(catalog.find(tag.key()), tag)));
        }
        Map<AssetKey, Asset> known = assets.assets();
        for (Asset asset : arrival.assets().values()) {
            AssetKey theirs = Renames.before(here.renames().assets(), asset.key());
            items.add(
                    new IncomingItem(
                            IncomingItem.Kind.ASSET,
                            asset.key().value(),
                            theirs.value(),
                            asset.name(),
                            standing(Optional.ofNullable(known.get(asset.key())), asset)));
        }
        return items;
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

    private IncomingItem renamed(ArrivedVersion newest, PackageKey ours) {
        if (packages.draft(ours).isPresent()) {
            throw Problem.of("problem.package.taken", ours.value()).asException();
        }
        return new IncomingItem(
                IncomingItem.Kind.PACKAGE,
                ours.value(),
                newest.version().key().value(),
                newest.document().name(),
                Standing.NEW);
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
        return new IncomingItem(kind, key, key, name, standing);
    }

    static <T> Standing standing(Optional<T> here, T arrived) {
        return here.isEmpty()
                ? Standing.NEW
                : here.get().equals(arrived) ? Standing.SAME : Standing.DIFFERENT;
    }

    /** Where a source is here that shall answer. */
    private List<FieldQuestion> questions(Arrival arrival, Translation here) {
        List<FieldQuestion> all = new ArrayList<>();
        for (Arrival.Asking asking : arrival.askings()) {
            sources.find(here.source().orElse(asking.theirs()))
                    .ifPresent(
                            ours ->
                                    all.addAll(
                                            new FieldQuestions(
                                                            asking,
                                                            ours,
                                                            kept.of(asking.theirs()),
                                                            here.given(asking.theirs()))
                                                    .all()));
        }
        return all;
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
        Translation here = incoming.translation();
        Incoming now = compared(incoming.arrived(), here);
        if (!now.items().equals(incoming.items())) {
            throw Problem.of("problem.incoming.changed").asException();
        }
        List<IncomingItem> open =
                now.different().stream()
                        .filter(item -> choices.of(item.key()) == Choices.Existing.ASK)
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
        here.source().ifPresent(sources::get);
        Taking taking =
                new Taking(now, choices, packages, tags.catalog(), assets.assets(), tags.naming());
        int number = store.take(taking.batch(), now.arrival().shown(), taking.back());
        incoming.arrived()
                .askings()
                .forEach(
                        asking ->
                                kept.keep(
                                        asking.theirs(),
                                        kept.of(asking.theirs()).and(here.given(asking.theirs()))));
        return taking.taken(number);
    }

    /** Returns the last that was taken and not taken back. */
    public Optional<MadeImport> lastTaken() {
        return store.last();
    }

    /**
     * Takes back what was taken, as one; durable when it returns. Versions of packages never go
     * away: a package that came with some is archived.
     *
     * @param number of what was taken
     * @throws io.marquetry.base.ProblemException if it is not remembered, something of it was
     *     changed since, or something else rests on it; nothing is changed then
     */
    public void undo(int number) {
        Batch back =
                store.find(number)
                        .orElseThrow(() -> Problem.of("problem.incoming.noneTaken").asException())
                        .back();
        TagCatalog left =
                new TagCatalog(
                        tags.catalog().tags().stream()
                                .filter(tag -> !back.goneTags().contains(tag.key()))
                                .toList());
        for (TagKey key : back.goneTags()) {
            String users = TagChecks.usersOf(key, left);
            if (!users.isEmpty()) {
                throw Problem.of("problem.tag.usedByTags", key.value(), users).asException();
            }
        }
        for (AssetKey key : back.goneAssets()) {
            refuseUsed(key, left, back);
        }
        store.takeBack(number);
    }

    /** A tag that is set back may have stood for another asset before. */
    private static void refuseUsed(AssetKey key, TagCatalog left, Batch back) {
        Set<TagKey> setBack = back.tags().stream().map(Tag::key).collect(Collectors.toSet());
        String users =
                left.tags().stream()
                        .filter(tag -> !setBack.contains(tag.key()))
                        .filter(tag -> tag.asset().equals(Optional.of(key)))
                        .map(tag -> tag.key().value())
                        .collect(Collectors.joining(", "));
        if (!users.isEmpty()) {
            throw Problem.of("problem.asset.used", key.value(), users).asException();
        }
    }
}
