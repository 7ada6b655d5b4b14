package io.marquetry.ui.tags.condition;

import io.marquetry.audience.AudienceReaders;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.NamingStandard;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenSheet;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.tags.form.TagForm;

import java.util.function.Consumer;

/** Opens the sheet in which one condition is made or changed, without a tag for it. */
public final class ConditionSheet {

    private final AudienceReaders readers;

    /** Makes the opener; the sheet counts with these. */
    public ConditionSheet(AudienceReaders readers) {
        this.readers = readers;
    }

    /**
     * Opens it for a new condition.
     *
     * @param field the attribute that it starts with
     * @param made gets the condition when the user has finished it
     */
    public void begin(
            Desk desk, ProfileSource source, String field, Consumer<TagRule.OnField> made) {
        open(desk, new ConditionModel(source, field, readers, desk.background()), made);
    }

    /**
     * Opens it for a condition that is there.
     *
     * @param changed gets the condition when the user has finished it
     */
    public void change(
            Desk desk,
            ProfileSource source,
            TagRule.OnField rule,
            Consumer<TagRule.OnField> changed) {
        open(desk, new ConditionModel(source, rule, readers, desk.background()), changed);
    }

    /**
     * Returns the tag that stands for a rule: named after what it asks, with a free key, among the
     * user's own tags.
     */
    public static Tag tagOf(TagRule rule, TagCatalog tags, NamingStandard naming) {
        return TagForm.of(rule, tags, naming).build();
    }

    private static void open(Desk desk, ConditionModel model, Consumer<TagRule.OnField> made) {
        desk.sheets().open(now -> sheet(model, now, made));
    }

    private static OpenSheet sheet(
            ConditionModel model, Desk desk, Consumer<TagRule.OnField> made) {
        Follows follows = new Follows();
        Runnable close =
                () -> {
                    model.leave();
                    desk.sheets().close();
                };
        Consumer<TagRule.OnField> finished =
                rule -> {
                    close.run();
                    made.accept(rule);
                };
        return new OpenSheet(
                Views.load(
                        "condition",
                        desk.texts(),
                        new ConditionController(model, desk, close, finished, follows)),
                close,
                follows);
    }
}
