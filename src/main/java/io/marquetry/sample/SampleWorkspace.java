package io.marquetry.sample;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Revision;
import io.marquetry.effect.ColumnUse;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.PackageRef;
import io.marquetry.handoff.TagFile;
import io.marquetry.json.StrictJson;
import io.marquetry.pack.PackageDraft;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.local.LocalSourceFiles;
import io.marquetry.tag.Tag;
import io.marquetry.workspace.Workspace;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Fills a new workspace with The Complete Journey: real households, tags, packages and what the
 * packages achieved. Interrupted at any point it goes on where it stopped at the next opening.
 */
public final class SampleWorkspace {

    static final OutcomeName OUTCOMES = new OutcomeName("coupon-mailings");

    static final String SETTING = "sample";
    private static final String BEGUN = "begun";
    private static final String LOADED = "loaded";

    /** What the setting says once the sample was taken out: nobody wants it again. */
    static final String REMOVED = "removed";

    private final Workspace workspace;
    private final Locale language;

    /** Works on one workspace, in English. */
    public SampleWorkspace(Workspace workspace) {
        this(workspace, Locale.ENGLISH);
    }

    /**
     * Works on one workspace.
     *
     * @param language of what people write in one language only, such as requirements
     */
    public SampleWorkspace(Workspace workspace, Locale language) {
        this.workspace = workspace;
        this.language = language;
    }

    /** Returns whether the workspace is new, or its filling was cut short. Blocks. */
    public boolean isDue() {
        Optional<String> state = workspace.settings().get(SETTING);
        return state.isPresent()
                ? state.get().equals(BEGUN)
                : workspace.sources().list().isEmpty()
                        && workspace.tags().catalog().tags().isEmpty()
                        && workspace.packages().list().isEmpty();
    }

    /**
     * Fills the workspace. Blocks for a few seconds.
     *
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public void load(ImportListener listener, CancelSignal signal) {
        workspace.settings().put(SETTING, BEGUN);
        if (workspace.sources().find(SampleSource.NAME).isEmpty()) {
            SampleSource.build(
                    new LocalSourceFiles(workspace.folder()),
                    workspace.sources(),
                    listener,
                    signal);
        }
        TagFile tags = tags();
        workspace.tags().save(tags.tags(), tags.assets());
        SampleCare.give(workspace.centre(), tags.tags().stream().map(Tag::key).toList());
        SampleAssets.keep(workspace.assets());
        SampleAssets.want(workspace.requirements(), language);
        // Before the others: the list begins with what was edited last, and that is in work.
        new SampleLibrary(workspace).fill(signal);
        for (SamplePackage sample : SamplePackage.values()) {
            if (workspace.packages().draft(sample.key()).isEmpty()) {
                workspace.packages().save(PackageDraft.of(sample.pack()), Revision.NONE);
            }
            if (sample.campaign().isPresent()
                    && workspace.packages().versions(sample.key()).isEmpty()) {
                workspace.packages().finish(sample.key(), SampleSource.AS_OF, signal);
            }
        }
        link();
        if (workspace.outcomes().sets().find(SampleTrial.NAME).isEmpty()) {
            SampleTrial.add(workspace.outcomes().intake(), signal);
        }
        workspace.settings().put(SETTING, LOADED);
    }

    /** Returns the tags of the sample, as they are shipped. */
    static TagFile tags() {
        return TagFile.read(StrictJson.read(SampleFiles.bytes("tags.json")));
    }

    /** Names what each household of a campaign did: a redemption is a hit, the first converts. */
    private void link() {
        if (workspace.outcomes().sets().find(OUTCOMES).isPresent()) {
            return;
        }
        Map<String, PackageRef> packages = new TreeMap<>();
        for (SamplePackage sample : SamplePackage.values()) {
            sample.campaign()
                    .ifPresent(
                            campaign ->
                                    packages.put(
                                            Integer.toString(campaign),
                                            new PackageRef(sample.key(), OptionalInt.of(1))));
        }
        workspace
                .outcomes()
                .intake()
                .link(
                        new OutcomeSet(
                                OUTCOMES,
                                "The Complete Journey",
                                new OutcomeOrigin.InPlace(SampleSource.NAME),
                                new OutcomeMapping(
                                        new OutcomeLayout.Contacts(
                                                "contacts", "redemptions", List.of("campaign_id")),
                                        Map.of(OutcomeRole.PACKAGE, ColumnUse.of("campaign_id"))),
                                new Design.Observed(),
                                packages,
                                SampleSource.AS_OF));
    }
}
