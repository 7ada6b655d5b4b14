package io.marquetry.library;

import io.marquetry.base.Kept;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.EditRules;
import io.marquetry.pack.PackageDifference;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.Packages;
import io.marquetry.pack.TagReplacement;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRepository;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes packages from the library's entries, and keeps them up with newer ones. Blocks. */
public final class Templates {

    private final LibraryRepository kept;
    private final Packages packages;
    private final TagRepository tags;
    private final InstantSource clock;

    /**
     * Makes the service over what one workspace keeps.
     *
     * @param clock tells when packages are made
     */
    public Templates(
            LibraryRepository kept, Packages packages, TagRepository tags, InstantSource clock) {
        this.kept = kept;
        this.packages = packages;
        this.tags = tags;
        this.clock = clock;
    }

    /** Returns a package as a finished version says, with the keys that its tags have now. */
    AssetPackage said(PackageKey key, int version) {
        return TagReplacement.resolved(
                packages.said(packages.version(key, version)), tags.aliases());
    }

    /** Returns everything of a finished version that can be a parameter. */
    List<Parameter> offered(PackageKey key, int version) {
        return filling().offered(said(key, version));
    }

    /** Returns what fills templates in with the tags of now. */
    public Filling filling() {
        return new Filling(tags.catalog());
    }

    /**
     * Returns the entry of a package: of several versions the newest that is not retired.
     *
     * @throws io.marquetry.base.ProblemException if the package is not in the library
     */
    public LibraryEntry entry(PackageKey key) {
        List<LibraryEntry> mine =
                kept.entries().stream().filter(entry -> entry.key().equals(key)).toList();
        return mine.stream()
                .filter(entry -> entry.state() != EntryState.RETIRED)
                .reduce((older, newer) -> newer)
                .or(() -> mine.stream().reduce((older, newer) -> newer))
                .orElseThrow(() -> unknown(key));
    }

    private static RuntimeException unknown(PackageKey key) {
        return Problem.of("problem.library.unknown", key.value()).asException();
    }

    static RuntimeException wrongState(LibraryEntry entry) {
        return Problem.of("problem.library.state", entry.key().value(), entry.state().word())
                .asException();
    }

    /**
     * Makes a package from a template; it remembers where it came from and what was filled in.
     * Durable when it returns.
     *
     * @param made the key of the new package
     * @param given by the names of the parameters; all have to be there
     * @throws io.marquetry.base.ProblemException if the template is not admitted, a parameter is
     *     missing or not taken, or the key is taken; nothing changed then
     */
    public TemplateUse use(
            PackageKey template, PackageKey made, LocalizedText name, Map<String, String> given) {
        LibraryEntry entry = entry(template);
        if (entry.state() != EntryState.ADMITTED) {
            throw wrongState(entry);
        }
        Filling.Filled filled = filling().filled(said(entry), entry.parameters(), given);
        TemplateUse use =
                new TemplateUse(made, template, entry.version(), given, kept.who(), now());
        kept.use(use, PackageDraft.of(filled.pack().copy(made, name)), filled.made());
        return use;
    }

    /** Returns what a package was made from, if it was made from a template. */
    public Optional<TemplateUse> origin(PackageKey key) {
        return kept.uses().stream().filter(use -> use.key().equals(key)).findFirst();
    }

    /**
     * Returns the packages that were made from an older version of a template than the newest that
     * is admitted; those put away and those gone left out.
     */
    public List<TemplateUse> behind() {
        Map<PackageKey, Integer> newest = newest();
        return kept.uses().stream()
                .filter(use -> newest.getOrDefault(use.template(), 0) > use.version())
                .filter(use -> packages.isListed(use.key()))
                .toList();
    }

    private Map<PackageKey, Integer> newest() {
        return kept.entries().stream()
                .filter(entry -> entry.state() == EntryState.ADMITTED)
                .collect(Collectors.toMap(LibraryEntry::key, LibraryEntry::version, Math::max));
    }

    /**
     * Brings what changed in the template since into a draft that was made from it, as edits that
     * can be undone; durable when it returns.
     *
     * @param side whose change stands where both changed the same; empty: refuse then
     * @throws io.marquetry.base.ProblemException if the package was not made from a template, is
     *     not behind it, or both changed the same
     */
    public TemplateUse merge(PackageKey key, Optional<TemplateMerge.Side> side) {
        TemplateUse use =
                origin(key)
                        .orElseThrow(
                                () ->
                                        Problem.of("problem.library.noOrigin", key.value())
                                                .asException());
        int newest = newest().getOrDefault(use.template(), 0);
        if (newest <= use.version()) {
            throw Problem.of("problem.library.notBehind", key.value(), use.template().value())
                    .asException();
        }
        LibraryEntry before = entry(use.template(), use.version());
        LibraryEntry now = entry(use.template(), newest);
        Filling filling = filling();
        Filling.Filled old = filling.filled(said(before), before.parameters(), use.given());
        Map<String, String> given =
                now.parameters().stream()
                        .collect(
                                Collectors.toMap(
                                        Parameter::name,
                                        one ->
                                                use.given()
                                                        .getOrDefault(one.name(), one.standard())));
        Filling.Filled fresh = filling.filled(said(now), now.parameters(), given);
        Kept<PackageDraft> seen =
                packages.kept(key)
                        .orElseThrow(
                                () ->
                                        Problem.of("problem.package.unknown", key.value())
                                                .asException());
        TemplateMerge merge =
                TemplateMerge.of(old.pack(), seen.value().current(), fresh.pack(), side);
        if (merge.both().contains(Category.AUDIENCE)) {
            throw Problem.of("problem.library.both", key.value()).asException();
        }
        TemplateUse next = new TemplateUse(key, use.template(), newest, given, kept.who(), now());
        PackageDraft draft =
                edited(
                        seen.value(),
                        merge.merged(),
                        tags.catalog().with(old.made()).with(fresh.made()));
        kept.merged(next, draft, seen.revision(), fresh.made());
        return next;
    }

    /** As exact as it is kept. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static PackageDraft edited(PackageDraft before, AssetPackage then, TagCatalog tags) {
        PackageDraft draft = before;
        for (PackageEdit edit : PackageDifference.edits(before.current(), then)) {
            EditRules.refusal(draft.current(), edit, tags)
                    .ifPresent(
                            problem -> {
                                throw problem.asException();
                            });
            draft = draft.apply(edit);
        }
        return draft;
    }

    private AssetPackage said(LibraryEntry entry) {
        return said(entry.key(), entry.version());
    }

    private LibraryEntry entry(PackageKey key, int version) {
        return kept.entries().stream()
                .filter(entry -> entry.key().equals(key) && entry.version() == version)
                .findFirst()
                .orElseThrow(() -> unknown(key));
    }
}
