package io.marquetry.sample;

import io.marquetry.base.CancelSignal;
import io.marquetry.effect.Outcome;
import io.marquetry.handoff.PackageHandoff;
import io.marquetry.handoff.StrictJson;
import io.marquetry.handoff.TagFile;
import io.marquetry.pack.PackageDraft;
import io.marquetry.source.csv.ImportListener;
import io.marquetry.source.local.LocalSourceFiles;
import io.marquetry.workspace.OpenWorkspace;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills a new workspace with The Complete Journey: real households, tags, packages and what the
 * packages achieved. Interrupted at any point it goes on where it stopped at the next opening.
 */
public final class SampleWorkspace {

    private static final String SETTING = "sample";
    private static final String BEGUN = "begun";
    private static final String LOADED = "loaded";

    private final OpenWorkspace workspace;

    /** Works on one workspace. */
    public SampleWorkspace(OpenWorkspace workspace) {
        this.workspace = workspace;
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
        TagFile tags = TagFile.read(StrictJson.read(SampleFiles.bytes("tags.json")));
        workspace.assets().save(tags.assets());
        workspace.tags().save(tags.tags());
        for (SamplePackage sample : SamplePackage.values()) {
            if (workspace.packages().draft(sample.key()).isEmpty()) {
                workspace.packages().save(PackageDraft.of(sample.pack()));
            }
            sample.campaign().ifPresent(campaign -> finish(sample, campaign, signal));
        }
        workspace.settings().put(SETTING, LOADED);
    }

    private void finish(SamplePackage sample, int campaign, CancelSignal signal) {
        if (workspace.packages().versions(sample.key()).isEmpty()) {
            handoff().finish(sample.key(), signal);
        }
        if (workspace.outcomes().count(sample.key(), 1) == 0) {
            workspace.outcomes().add(sample.key(), 1, outcomes(Integer.toString(campaign)));
        }
    }

    private PackageHandoff handoff() {
        return new PackageHandoff(
                workspace.packages(),
                workspace.tags(),
                workspace.assets(),
                workspace.sources(),
                workspace.audiences(),
                InstantSource.fixed(SampleSource.AS_OF));
    }

    /** Returns what each household of a campaign did: a redemption is a hit, the first converts. */
    private static List<Outcome> outcomes(String campaign) {
        Map<String, Integer> redemptions = new HashMap<>();
        for (String[] row : SampleFiles.rows("redemptions")) {
            if (row[2].equals(campaign)) {
                redemptions.merge(row[0], 1, Integer::sum);
            }
        }
        return SampleFiles.rows("contacts").stream()
                .filter(row -> row[1].equals(campaign))
                .map(row -> outcome(row, redemptions.getOrDefault(row[0], 0)))
                .toList();
    }

    private static Outcome outcome(String[] contact, int redemptions) {
        return new Outcome(
                contact[0],
                Outcome.Arm.TARGETED,
                Optional.of(LocalDate.parse(contact[3]).atStartOfDay()),
                true,
                redemptions,
                Math.min(1, redemptions),
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }
}
