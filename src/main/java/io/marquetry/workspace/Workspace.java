package io.marquetry.workspace;

import io.marquetry.audit.Audit;
import io.marquetry.base.Settings;
import io.marquetry.base.Warnings;
import io.marquetry.check.Checks;
import io.marquetry.dispatch.desk.Dispatches;
import io.marquetry.effect.figures.EffectReview;
import io.marquetry.effect.intake.Outcomes;
import io.marquetry.effect.review.Reviews;
import io.marquetry.effect.watch.TagWatch;
import io.marquetry.erase.PersonErasure;
import io.marquetry.govern.AssetCentre;
import io.marquetry.govern.AssetPictures;
import io.marquetry.govern.Consequences;
import io.marquetry.govern.TagCentre;
import io.marquetry.handoff.enclose.Enclosing;
import io.marquetry.handoff.incoming.PackageIntake;
import io.marquetry.handoff.sign.Signatures;
import io.marquetry.index.Audiences;
import io.marquetry.library.Library;
import io.marquetry.life.Lives;
import io.marquetry.life.Remarks;
import io.marquetry.life.Schedules;
import io.marquetry.overview.Overviews;
import io.marquetry.overview.TagResults;
import io.marquetry.overview.Trails;
import io.marquetry.pack.Packages;
import io.marquetry.proof.Proofs;
import io.marquetry.requirement.Requirements;
import io.marquetry.source.Sources;
import io.marquetry.tag.TagGovernance;
import io.marquetry.update.Updates;

import java.nio.file.Path;

/**
 * What one open workspace offers: one service for each feature, the same for the window and the
 * command line. The services may block; never call them on the FX thread.
 *
 * @param folder holds everything
 * @param settings the small things that the workspace remembers
 * @param warnings what users have to hear, though what they asked for was done
 * @param lives take packages from draft to archive
 * @param checks tell what keeps packages from being approved
 * @param remarks hold what people say of packages
 * @param schedules tell when packages are meant to be out
 * @param overviews look at everything at once
 * @param trails follow tags, assets and templates to what came of them
 * @param tagResults tell what became of those whom packages with a tag went to
 * @param library holds what others are made from
 * @param incoming takes package documents of others
 * @param enclosing hands over recipients and SQL beside a document
 * @param signatures signs what is handed over, and tells whose a signature is
 * @param centre tells how tags are kept, and renames and merges them
 * @param assets tells how assets are kept
 * @param pictures that assets show
 * @param requirements map what somebody wants to tags
 * @param proofs tell what a text comes to for everybody
 * @param consequences count whom packages would gain and lose by a change of tags
 * @param audiences tell how many profiles an audience has
 * @param effects tell what packages achieved
 * @param reviews answer what packages achieved: once for the screen, for paper and for the command
 *     line
 * @param tagWatch notices tags that jump or die
 * @param dispatches send packages to people
 * @param erasure takes a person out of what the workspace holds
 * @param audit tells what was done, and verifies it
 * @param updates tells of newer versions of the program, where the user allows to look
 * @param whenClosed lets go of the files
 */
public record Workspace(
        Path folder,
        Settings settings,
        Warnings warnings,
        TagGovernance tags,
        TagCentre centre,
        AssetCentre assets,
        AssetPictures pictures,
        Requirements requirements,
        Proofs proofs,
        Consequences consequences,
        Packages packages,
        Lives lives,
        Checks checks,
        Remarks remarks,
        Schedules schedules,
        Overviews overviews,
        Trails trails,
        TagResults tagResults,
        Library library,
        PackageIntake incoming,
        Enclosing enclosing,
        Signatures signatures,
        Sources sources,
        Audiences audiences,
        Outcomes outcomes,
        EffectReview effects,
        Reviews reviews,
        TagWatch tagWatch,
        Dispatches dispatches,
        PersonErasure erasure,
        Audit audit,
        Updates updates,
        Runnable whenClosed)
        implements AutoCloseable {

    /** Closes all databases and gives the folder free. */
    @Override
    public void close() {
        whenClosed.run();
    }
}
