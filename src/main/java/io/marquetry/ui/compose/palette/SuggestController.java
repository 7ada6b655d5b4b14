package io.marquetry.ui.compose.palette;

import io.marquetry.source.ProfileSource;
import io.marquetry.source.check.RuleCheck;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagCatalog;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.compose.condition.Conditions;
import io.marquetry.ui.compose.draft.ComposeModel;
import io.marquetry.ui.compose.numbers.KnownSources;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Leads to tags made from the columns of the source in work: with a card where no tag reads that
 * source, so that nobody stands before tags that cannot work, and with one quiet line elsewhere.
 */
public final class SuggestController {

    /** Fewer tags than these are no choice. */
    private static final long FEW = 3;

    private final ComposeModel compose;
    private final KnownSources sources;
    private final Consumer<ProfileSource> propose;
    private final Conditions conditions;
    private final Follows follows;

    @FXML private VBox card;
    @FXML private Button make;
    @FXML private Hyperlink more;
    @FXML private Hyperlink filter;

    /**
     * Makes the controller.
     *
     * @param propose opens the proposals for a source
     * @param conditions asks for a condition on a column of the source
     */
    public SuggestController(
            ComposeModel compose,
            KnownSources sources,
            Consumer<ProfileSource> propose,
            Conditions conditions,
            Follows follows) {
        this.conditions = conditions;
        this.compose = compose;
        this.sources = sources;
        this.propose = propose;
        this.follows = follows;
    }

    @FXML
    void initialize() {
        make.setOnAction(event -> source().ifPresent(propose));
        filter.setOnAction(event -> conditions.begin());
        more.setOnAction(event -> source().ifPresent(propose));
        follows.changes(compose.draft(), this::show);
        follows.changes(compose.tags(), this::show);
        follows.changes(sources.all(), this::show);
        show();
    }

    private void show() {
        Optional<ProfileSource> source = source();
        // One that came with something else may fit by chance: that is no set of tags yet.
        boolean none = source.isPresent() && reading(source.get(), compose.tags().get()) < FEW;
        Parts.show(card, none);
        Parts.show(more, source.isPresent() && !none);
        filter.setDisable(source.filter(s -> !s.model().attributes().isEmpty()).isEmpty());
    }

    private Optional<ProfileSource> source() {
        return compose.current().flatMap(pack -> sources.find(pack.source()));
    }

    private static long reading(ProfileSource source, TagCatalog tags) {
        RuleCheck check = new RuleCheck(source.title(), source.model(), tags);
        return tags.tags().stream()
                .filter(tag -> tag.category() == Category.AUDIENCE)
                .filter(tag -> check.problems(tag).isEmpty())
                .limit(FEW)
                .count();
    }
}
