package io.marquetry.ui.compose.condition;

import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.base.Texts;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageEdit;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagGovernance;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.compose.draft.ComposeModel;
import io.marquetry.ui.compose.numbers.KnownSources;
import io.marquetry.ui.tags.condition.ConditionSheet;

import java.util.Optional;

/** Leads from a column to a condition in the package in work, and from a condition to a tag. */
public final class Conditions {

    private final ComposeModel compose;
    private final KnownSources sources;
    private final TagGovernance tags;
    private final ConditionSheet sheet;
    private final Desk desk;

    /** Makes conditions for the package in work. */
    public Conditions(
            ComposeModel compose,
            KnownSources sources,
            TagGovernance tags,
            ConditionSheet sheet,
            Desk desk) {
        this.tags = tags;
        this.compose = compose;
        this.sources = sources;
        this.sheet = sheet;
        this.desk = desk;
    }

    /** Asks for a condition on a column yet to be chosen. */
    public void begin() {
        source().flatMap(found -> found.model().attributes().stream().findFirst())
                .ifPresent(column -> begin(column.name()));
    }

    /** Asks for a condition on a column and puts it at the end of the marked group. */
    public void begin(String column) {
        NodePath group = compose.target().get();
        begin(column, group, compose.members(group));
    }

    /** Asks for a condition on a column and puts it into a group, before the given member. */
    public void begin(String column, NodePath group, int index) {
        source().ifPresent(
                        found ->
                                sheet.begin(
                                        desk,
                                        found,
                                        column,
                                        rule ->
                                                compose.apply(
                                                        new PackageEdit.AddCondition(
                                                                rule, group, index))));
    }

    /** Asks how a condition is to be changed. */
    public void change(Condition condition, NodePath path) {
        source().ifPresent(
                        found ->
                                sheet.change(
                                        desk,
                                        found,
                                        condition.rule(),
                                        rule ->
                                                compose.apply(
                                                        new PackageEdit.ReplaceLeaf(
                                                                path, new Condition(rule)))));
    }

    /** Makes a tag of a condition, and puts the tag in its place where that still stands. */
    public void keep(Condition condition, NodePath path) {
        desk.background()
                .run(
                        signal -> {
                            Tag tag =
                                    ConditionSheet.tagOf(
                                            condition.rule(), tags.catalog(), tags.naming());
                            tags.save(tag, Optional.empty());
                            return new Kept(tag, tags.catalog());
                        },
                        kept -> replace(condition, path, kept),
                        desk.notices()::problem);
    }

    private void replace(Condition condition, NodePath path, Kept kept) {
        compose.tags().set(kept.tags());
        boolean stands = compose.current().filter(p -> p.holds(path, condition)).isPresent();
        if (stands
                && compose.apply(new PackageEdit.ReplaceLeaf(path, new TagRef(kept.tag().key())))) {
            Texts texts = desk.texts();
            desk.notices().done(texts.get("condition.kept", kept.tag().name().in(texts.locale())));
        }
    }

    private Optional<ProfileSource> source() {
        return compose.current().flatMap(pack -> sources.find(pack.source()));
    }

    private record Kept(Tag tag, TagCatalog tags) {}
}
