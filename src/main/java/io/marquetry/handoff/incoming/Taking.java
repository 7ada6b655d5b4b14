package io.marquetry.handoff.incoming;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.base.Problem;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageDifference;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageEdits;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.NamingStandard;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagChecks;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/** Works out the one save that takes what comes in, and the one that undoes it. */
final class Taking {

    private final Choices choices;
    private final Translation here;
    private final PackageRepository packages;
    private final TagCatalog catalog;
    private final Map<AssetKey, Asset> known;
    private final NamingStandard naming;
    private final List<Problem> notes;

    private final List<Tag> tags = new ArrayList<>();
    private final List<Asset> assets = new ArrayList<>();
    private final List<PackageDraft> drafts = new ArrayList<>();
    private final List<PackageVersion> versions = new ArrayList<>();
    private final List<PackageKey> restored = new ArrayList<>();
    private final List<PackageKey> came = new ArrayList<>();

    private final List<Tag> tagsBefore = new ArrayList<>();
    private final List<Asset> assetsBefore = new ArrayList<>();
    private final List<PackageDraft> draftsBefore = new ArrayList<>();
    private final List<PackageKey> putAway = new ArrayList<>();
    private final List<PackageKey> goneDrafts = new ArrayList<>();
    private final List<TagKey> goneTags = new ArrayList<>();
    private final List<AssetKey> goneAssets = new ArrayList<>();

    Taking(
            Incoming incoming,
            Choices choices,
            PackageRepository packages,
            TagCatalog catalog,
            Map<AssetKey, Asset> known,
            NamingStandard naming) {
        this.choices = choices;
        this.here = incoming.translation();
        this.packages = packages;
        this.catalog = catalog;
        this.known = known;
        this.naming = naming;
        this.notes = new ArrayList<>(incoming.notes());
        incoming.questions().stream()
                .filter(question -> question.isOpen() && !here.leavesOut())
                .map(FieldQuestion::sentence)
                .forEach(notes::add);
        incoming.arrival().assets().values().forEach(this::asset);
        incoming.arrival().tags().values().forEach(this::tag);
        refuseBadTags();
        incoming.arrival().versions().values().forEach(this::pack);
    }

    Batch batch() {
        return new Batch(
                tags, assets, drafts, versions, List.of(), restored, List.of(), List.of(),
                List.of());
    }

    Batch back() {
        return new Batch(
                tagsBefore,
                assetsBefore,
                draftsBefore,
                List.of(),
                putAway,
                List.of(),
                goneDrafts,
                goneTags,
                goneAssets);
    }

    Taken taken(int number) {
        return new Taken(number, came, notes, batch());
    }

    private void asset(Asset asset) {
        Optional<Asset> here = Optional.ofNullable(known.get(asset.key()));
        if (isTaken(PackageIntake.standing(here, asset), asset.key().value())) {
            assets.add(asset);
            here.ifPresentOrElse(assetsBefore::add, () -> goneAssets.add(asset.key()));
        }
    }

    private void tag(Tag tag) {
        Optional<Tag> here = catalog.find(tag.key());
        Standing standing = PackageIntake.standing(here, tag);
        if (isTaken(standing, tag.key().value())) {
            tags.add(tag);
            here.ifPresentOrElse(tagsBefore::add, () -> goneTags.add(tag.key()));
        } else if (standing == Standing.DIFFERENT) {
            notes.add(Problem.of("problem.incoming.tagKept", tag.key().value()));
        }
    }

    private boolean isTaken(Standing standing, String key) {
        return switch (standing) {
            case NEW -> true;
            case SAME -> false;
            case DIFFERENT -> choices.of(key) == Choices.Existing.TAKE;
        };
    }

    private void refuseBadTags() {
        Set<AssetKey> all = new HashSet<>(known.keySet());
        assets.forEach(asset -> all.add(asset.key()));
        TagChecks checks = new TagChecks(catalog.with(tags), all, naming);
        for (Tag tag : tags) {
            checks.refusal(tag)
                    .ifPresent(
                            why -> {
                                throw why.asException();
                            });
        }
    }

    private void pack(NavigableMap<Integer, ArrivedVersion> arrived) {
        AssetPackage said = arrived.lastEntry().getValue().document().pack();
        PackageKey key = here.renames().of(said.key());
        AssetPackage wanted =
                addressed(key.equals(said.key()) ? said : said.copy(key, said.name()));
        if (!key.equals(said.key())) {
            added(wanted);
            notes.add(Problem.of("problem.incoming.renamed", said.key().value(), key.value()));
            goneDrafts.add(wanted.key());
            return;
        }
        Optional<PackageDraft> here = packages.draft(said.key());
        boolean away = packages.isArchived(said.key());
        if (here.isPresent()
                && (away || !here.get().current().equals(said))
                && choices.of(said.key().value()) != Choices.Existing.TAKE) {
            return;
        }
        int before = versions.size();
        arrived.values().forEach(this::version);
        if (here.isEmpty()) {
            added(wanted);
            putAway.add(wanted.key());
            return;
        }
        if (away) {
            restored.add(said.key());
            putAway.add(said.key());
        }
        boolean edited = edited(here.get(), wanted);
        if (edited || away || versions.size() > before) {
            came.add(said.key());
        }
    }

    private AssetPackage addressed(AssetPackage pack) {
        return here.source()
                .map(source -> PackageEdits.apply(pack, new PackageEdit.ChangeSource(source)))
                .orElse(pack);
    }

    private void added(AssetPackage pack) {
        if (packages.draft(pack.key()).isPresent()) {
            throw Problem.of("problem.package.taken", pack.key().value()).asException();
        }
        drafts.add(PackageDraft.of(pack));
        came.add(pack.key());
    }

    private boolean edited(PackageDraft draft, AssetPackage wanted) {
        List<PackageEdit> edits = PackageDifference.edits(draft.current(), wanted);
        PackageDraft after = draft;
        for (PackageEdit edit : edits) {
            after = after.apply(edit);
        }
        if (!edits.isEmpty()) {
            drafts.add(after);
            draftsBefore.add(draft);
        }
        return !edits.isEmpty();
    }

    private void version(ArrivedVersion arrived) {
        PackageVersion version = arrived.version();
        switch (PackageIntake.standing(
                packages.version(version.key(), version.number()), version)) {
            case NEW -> versions.add(version);
            case SAME -> {}
            case DIFFERENT ->
                    notes.add(
                            Problem.of(
                                    "problem.incoming.versionKept",
                                    version.key().value(),
                                    version.number()));
        }
    }
}
