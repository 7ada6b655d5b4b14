package io.marquetry.propose;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReader;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.FieldName;
import io.marquetry.base.LocalizedText;
import io.marquetry.propose.ProposedGroup.Finding;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.Category;
import io.marquetry.tag.Span;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagGovernance;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Proposes tags from what a source holds. Everything is counted in the source itself; blocks, so
 * never call it on the FX thread.
 */
public final class TagProposals {

    private static final List<Integer> RECENT_DAYS = List.of(30, 90, 365);

    private final AudienceReaders readers;
    private final TagGovernance tags;

    /** Makes the service over the sources and tags of one workspace. */
    public TagProposals(AudienceReaders readers, TagGovernance tags) {
        this.readers = readers;
        this.tags = tags;
    }

    /**
     * Proposes tags for a source; those whose rule a tag has already are left out.
     *
     * @throws CancelSignal.Cancelled if it was cancelled
     * @throws io.marquetry.base.ProblemException if the source does not answer
     */
    public Proposals of(ProfileSource source, CancelSignal signal) {
        TagCatalog catalog = tags.catalog();
        AudienceReader reader = readers.reader(source.name()).atAGlance();
        ToLongFunction<TagRule> size = rule -> reader.count(rule, catalog, signal).audience();
        long profiles = reader.count(everybody(catalog), signal).profiles();
        Set<TagRule> known =
                catalog.tags().stream()
                        .flatMap(tag -> tag.rule().stream())
                        .collect(Collectors.toSet());
        FreeKeys keys = new FreeKeys(catalog);
        List<ProposedGroup> groups = new ArrayList<>();
        int place = 0;
        for (Attribute column : source.model().attributes()) {
            place++;
            LocalizedText label =
                    ProposalWords.label(new FieldName.OfProfiles(column.name()), source.labels());
            ColumnProposals found =
                    new ColumnProposals(
                            column,
                            label,
                            reader.breakDown(everybody(catalog), column.name(), signal),
                            profiles,
                            size);
            List<Candidate> candidates = new ArrayList<>(recent(column, label, size));
            if (candidates.stream().noneMatch(c -> isAudience(c, profiles))) {
                candidates.addAll(found.candidates());
            }
            groups.add(
                    new Group(column.name(), label, place, profiles, known, keys)
                            .of(candidates, found.areAllDifferent()));
        }
        for (EventStream stream : source.model().streams()) {
            place++;
            groups.add(
                    new Group(
                                    stream.name(),
                                    ProposalWords.label(
                                            new FieldName.Events(stream.name()), source.labels()),
                                    place,
                                    profiles,
                                    known,
                                    keys)
                            .of(
                                    new EventProposals(stream, source.labels(), profiles, size)
                                            .candidates(),
                                    false));
        }
        return new Proposals(source.name(), profiles, groups);
    }

    /**
     * Makes tags that were proposed, all or none; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if governance refuses one
     */
    public void make(List<Tag> wanted) {
        tags.save(wanted);
    }

    /**
     * Takes tags away that were just made, all or none.
     *
     * @throws io.marquetry.base.ProblemException if packages or other tags use one by now
     */
    public void takeBack(List<TagKey> made) {
        tags.remove(made);
    }

    /** Returns how lately a day was, which serves better than the day itself where it varies. */
    private static List<Candidate> recent(
            Attribute column, LocalizedText label, ToLongFunction<TagRule> size) {
        if (column.type() != AttributeType.DATE && column.type() != AttributeType.DATETIME) {
            return List.of();
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int days : RECENT_DAYS) {
            TagRule rule = new TagRule.InLast(column.name(), new Span(days, Value.Unit.DAYS));
            candidates.add(
                    new Candidate(
                            ProposalWords.of("propose.recent", label, days),
                            "in" + days + "d",
                            rule,
                            size.applyAsLong(rule),
                            true));
        }
        return candidates;
    }

    private static AudienceQuery everybody(TagCatalog catalog) {
        return new AudienceQuery(new AudienceExpression.AllOf(List.of()), catalog);
    }

    private static boolean isAudience(Candidate candidate, long profiles) {
        return candidate.size() > 0 && candidate.size() < profiles;
    }

    /** Makes tags of the candidates of one column or one kind of event. */
    private record Group(
            String name,
            LocalizedText label,
            int place,
            long profiles,
            Set<TagRule> known,
            FreeKeys keys) {

        ProposedGroup of(List<Candidate> candidates, boolean allDifferent) {
            List<Candidate> audiences =
                    candidates.stream().filter(c -> isAudience(c, profiles)).toList();
            List<ProposedTag> made =
                    audiences.stream()
                            .filter(candidate -> !known.contains(candidate.rule()))
                            .map(candidate -> tag(candidate))
                            .toList();
            Finding finding =
                    !made.isEmpty()
                            ? Finding.USEFUL
                            : !audiences.isEmpty()
                                    ? Finding.MADE_ALREADY
                                    : allDifferent ? Finding.ALL_DIFFERENT : Finding.ALL_ALIKE;
            return new ProposedGroup(name, label, made, finding);
        }

        private ProposedTag tag(Candidate candidate) {
            Tag tag =
                    new Tag(
                            keys.next(name, place, candidate.attribute()),
                            Category.AUDIENCE,
                            candidate.name(),
                            label,
                            Optional.empty(),
                            Optional.of(candidate.rule()),
                            Optional.empty());
            return new ProposedTag(tag, candidate.size(), candidate.common());
        }
    }
}
