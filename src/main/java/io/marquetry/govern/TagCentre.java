package io.marquetry.govern;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.Packages;
import io.marquetry.tag.NamingStandard;
import io.marquetry.tag.TagChecks;
import io.marquetry.tag.TagKey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The tags of a workspace as they are governed: kept by people, renamed, merged, deprecated and
 * retired; the same for the window and the command line. Blocks, so never call it on the FX thread.
 */
public final class TagCentre {

    private final TagCares cares;
    private final AssetCares assets;
    private final PackageRepository drafts;
    private final TagUses uses;
    private final LifeSteps steps;
    private final Supplier<LocalDate> today;

    /**
     * Makes the tag centre of one workspace.
     *
     * @param steps in the lives of tags
     * @param sent tells what went out
     * @param wanted tells what requirements were found to mean
     */
    public TagCentre(
            TagCares cares,
            AssetCares assets,
            PackageRepository drafts,
            Packages packages,
            LifeSteps steps,
            Supplier<List<WhereUsed.Sent>> sent,
            Supplier<List<WhereUsed.Wanted>> wanted,
            Supplier<LocalDate> today) {
        this.cares = cares;
        this.assets = assets;
        this.drafts = drafts;
        this.uses = new TagUses(cares, packages, sent, wanted);
        this.steps = steps;
        this.today = today;
    }

    /** Returns all tags with how they are kept. */
    public GovernedTags tags() {
        return cares.tags();
    }

    /** Returns the words that keys are made of. */
    public NamingStandard naming() {
        return cares.naming();
    }

    /** Returns the dictionary of those words, as administrators keep it. */
    public TagDictionary dictionary() {
        return new TagDictionary(cares, steps.isFor(Role.ADMINISTRATOR));
    }

    /** Returns the day that validities are judged by. */
    public LocalDate today() {
        return today.get();
    }

    /** Looks over all tags as they are now. */
    public Inspection inspection() {
        return new Inspection(cares.tags(), uses(), assets.assets(), cares.naming(), today.get());
    }

    /** Returns what a tag said under all its keys, the oldest first. */
    public List<TagVersion> versions(TagKey key) {
        GovernedTags all = cares.tags();
        TagKey now = all.get(key).key();
        List<TagVersion> versions = new ArrayList<>();
        all.aliases().entrySet().stream()
                .filter(alias -> alias.getValue().equals(now))
                .map(Map.Entry::getKey)
                .forEach(old -> versions.addAll(cares.versions(old)));
        versions.addAll(cares.versions(now));
        versions.sort(Comparator.comparing(v -> v.madeAt().orElse(java.time.Instant.EPOCH)));
        return List.copyOf(versions);
    }

    /** Returns where each tag is used; one that is used nowhere is there, too. */
    public Map<TagKey, WhereUsed> uses() {
        return uses.all();
    }

    /**
     * Changes how tags are kept, all or none; their states stay. Durable when it returns.
     *
     * @param change tells how a tag is kept from what was before
     * @return how many changed
     * @throws io.marquetry.base.ProblemException if a tag is unknown, or was saved elsewhere
     *     meanwhile
     */
    public int keep(Collection<TagKey> keys, UnaryOperator<Care> change) {
        return edit(keys, change, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Changes how tags are kept and takes them one step further, all or none, in one change that
     * can be taken back.
     *
     * @param to where they go in their life; empty: they stay, as those do that are there
     * @param successor the tag to take instead, where they are deprecated
     * @param reason why
     * @return how many changed
     * @throws io.marquetry.base.ProblemException if one cannot take the step, or was saved
     *     elsewhere meanwhile
     */
    public int edit(
            Collection<TagKey> keys,
            UnaryOperator<Care> change,
            Optional<LifeState> to,
            Optional<TagKey> successor,
            Optional<String> reason) {
        GovernedTags all = cares.tags();
        Map<TagKey, WhereUsed> uses = to.isPresent() ? uses() : Map.of();
        List<GovernedTag> changed = new ArrayList<>();
        for (TagKey key : new LinkedHashSet<>(keys)) {
            GovernedTag tag = all.get(key);
            Care moved =
                    to.filter(state -> state != tag.care().state())
                            .map(state -> moved(all, uses, tag, state, successor, reason).care())
                            .orElse(tag.care());
            Care next =
                    change.apply(moved).withState(moved.state(), moved.successor(), moved.reason());
            if (!next.equals(tag.care())) {
                changed.add(tag.with(next));
            }
        }
        return change(changed);
    }

    /**
     * Saves tags that say something else or are kept otherwise, all or none; durable when it
     * returns.
     *
     * @param changed each under the revision that was seen
     * @return how many there were
     * @throws io.marquetry.base.ProblemException if one was saved elsewhere meanwhile
     */
    public int change(List<GovernedTag> changed) {
        if (!changed.isEmpty()) {
            cares.rewrite(TagRewrite.of(changed));
        }
        return changed.size();
    }

    /** Returns why a tag cannot be kept otherwise, if so: its life takes only certain steps. */
    public Optional<Problem> refusal(GovernedTag before, Care after) {
        try {
            if (after.state() != before.care().state()) {
                Transition<LifeState> step =
                        steps.step(
                                before.key().value(),
                                before.care().state(),
                                after.state(),
                                after.successor().isPresent() || after.reason().isPresent());
                if (step.needsNoUse()) {
                    refuseUsed(before.key(), uses());
                }
            }
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }

    /** Changes how tags are kept as above, as a part of something that is not taken back alone. */
    public int settle(Collection<TagKey> keys, UnaryOperator<Care> change) {
        GovernedTags all = cares.tags();
        List<GovernedTag> changed = new ArrayList<>();
        for (TagKey key : keys) {
            GovernedTag tag = all.get(key);
            Care asked = change.apply(tag.care());
            Care next =
                    asked.withState(
                            tag.care().state(), tag.care().successor(), tag.care().reason());
            if (!next.equals(tag.care())) {
                changed.add(tag.with(next));
            }
        }
        if (!changed.isEmpty()) {
            cares.save(changed);
        }
        return changed.size();
    }

    /**
     * Takes a tag one step further in its life; durable when it returns.
     *
     * @param successor the tag to take instead, where it is deprecated
     * @param reason why
     * @throws io.marquetry.base.ProblemException if there is no such step, it is not for whoever
     *     works here, it needs a successor or a reason, or the tag is in use
     */
    public void move(
            TagKey key, LifeState to, Optional<TagKey> successor, Optional<String> reason) {
        move(List.of(key), to, successor, reason);
    }

    /**
     * Takes tags one step further, all or none, as above.
     *
     * @return how many were not there already
     */
    public int move(
            Collection<TagKey> keys,
            LifeState to,
            Optional<TagKey> successor,
            Optional<String> reason) {
        GovernedTags all = cares.tags();
        Map<TagKey, WhereUsed> uses = to == LifeState.RETIRED ? uses() : Map.of();
        return change(
                new LinkedHashSet<>(keys)
                        .stream()
                                .map(all::get)
                                .filter(tag -> keys.size() == 1 || tag.care().state() != to)
                                .map(tag -> moved(all, uses, tag, to, successor, reason))
                                .toList());
    }

    private GovernedTag moved(
            GovernedTags all,
            Map<TagKey, WhereUsed> uses,
            GovernedTag tag,
            LifeState to,
            Optional<TagKey> successor,
            Optional<String> reason) {
        Transition<LifeState> step =
                steps.step(
                        tag.key().value(),
                        tag.care().state(),
                        to,
                        successor.isPresent() || reason.isPresent());
        successor.ifPresent(next -> refuseSuccessor(tag, all.get(next)));
        if (step.needsNoUse()) {
            refuseUsed(tag.key(), uses);
        }
        return tag.with(LifeSteps.after(tag.care(), to, successor.map(TagKey::value), reason));
    }

    private static void refuseSuccessor(GovernedTag tag, GovernedTag next) {
        boolean fits =
                !next.key().equals(tag.key())
                        && next.tag().category() == tag.tag().category()
                        && next.care().state() == LifeState.ACTIVE;
        if (!fits) {
            throw Problem.of("problem.life.successor", tag.key().value(), next.key().value())
                    .asException();
        }
    }

    private static void refuseUsed(TagKey key, Map<TagKey, WhereUsed> uses) {
        WhereUsed used = uses.getOrDefault(key, WhereUsed.NOWHERE);
        if (used.isInUse()) {
            List<String> users = new ArrayList<>();
            used.packages().forEach(pack -> users.add(pack.key().value()));
            used.tags().forEach(tag -> users.add(tag.value()));
            throw Problem.of("problem.life.used", key.value(), String.join(", ", users))
                    .asException();
        }
    }

    /**
     * Works out what giving a tag another key would change; changes nothing.
     *
     * @throws io.marquetry.base.ProblemException if there is no such tag, the key is taken, or it
     *     does not fit the category
     */
    public RewritePlan planRename(TagKey from, TagKey to) {
        RewritePlan plan = plans().rename(from, to);
        GovernedTag renamed = plan.rewrite().changed().getFirst();
        TagChecks.typeOfAnother(renamed.tag(), naming())
                .or(() -> naming().unknownWord(renamed.key(), renamed.tag().category()))
                .ifPresent(
                        problem -> {
                            throw problem.asException();
                        });
        return plan;
    }

    /**
     * Works out what putting one tag in the place of another would change; changes nothing.
     *
     * @throws io.marquetry.base.ProblemException if one is unknown, they are of two categories, or
     *     the second rests on the first
     */
    public RewritePlan planMerge(TagKey from, TagKey to) {
        return plans().merge(from, to);
    }

    private RewritePlans plans() {
        return new RewritePlans(cares.tags(), drafts.drafts());
    }

    /**
     * Makes what was planned, all of it or nothing; durable when it returns.
     *
     * @return the number by which it can be taken back
     * @throws io.marquetry.base.ProblemException if a tag or a draft was saved since it was planned
     */
    public int make(RewritePlan plan) {
        return cares.rewrite(plan.rewrite());
    }

    /** Returns the last change that was not taken back. */
    public Optional<TagCares.Rewritten> lastRewrite() {
        return cares.lastRewrite();
    }

    /**
     * Takes a change back, all of it or nothing.
     *
     * @throws io.marquetry.base.ProblemException if a tag or a draft was changed since, or a tag
     *     that came with it is in use
     */
    public void undo(int rewrite) {
        boolean ofWords =
                lastRewrite()
                        .filter(last -> last.number() == rewrite)
                        .filter(last -> last.kind() == TagRewrite.Kind.WORDS)
                        .isPresent();
        if (ofWords && !dictionary().isOpen()) {
            throw Problem.of("problem.naming.role").asException();
        }
        lastRewrite()
                .filter(last -> last.number() == rewrite)
                .filter(last -> last.kind() == TagRewrite.Kind.CHANGE && !last.created().isEmpty())
                .ifPresent(
                        last -> {
                            Map<TagKey, WhereUsed> uses = uses();
                            last.created().forEach(key -> refuseUsed(key, uses));
                        });
        cares.undo(rewrite);
    }
}
