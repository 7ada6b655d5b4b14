package io.marquetry.ui.tags.centre;

import io.marquetry.base.Texts;
import io.marquetry.govern.RewritePlan;
import io.marquetry.govern.TagRewrite;
import io.marquetry.index.question.Changes;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Views;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.Optional;

/** Shows what a merge changes, and for whom, before it is made. */
final class MergeSheet {

    private MergeSheet() {}

    static void show(
            Desk desk, GovernanceModel model, GovernanceModel.Planned planned, Runnable changed) {
        Texts texts = desk.texts();
        RewritePlan plan = planned.plan();
        String from = plan.rewrite().from().value();
        String to = plan.rewrite().to().value();
        boolean merge = plan.rewrite().kind() == TagRewrite.Kind.MERGE;
        Label title =
                new Label(
                        texts.get(
                                merge ? "govern.merge.heading" : "govern.rename.heading",
                                from,
                                to));
        title.getStyleClass().add("heading");
        title.setWrapText(true);
        Label words =
                new Label(
                        texts.get(
                                merge ? "govern.merge.words" : "govern.rename.words",
                                plan.packages().size(),
                                plan.rules().size(),
                                from));
        words.setWrapText(true);
        VBox lines = new VBox(4);
        for (RewritePlan.PackageChange change : plan.packages()) {
            Optional<Changes.Change> people =
                    planned.people().getOrDefault(change.before().key(), Optional.empty());
            Label line =
                    new Label(
                            people.map(
                                            size ->
                                                    texts.get(
                                                            "govern.merge.people",
                                                            change.before()
                                                                    .name()
                                                                    .in(texts.locale()),
                                                            size.gained(),
                                                            size.lost(),
                                                            size.after()))
                                    .orElseGet(
                                            () ->
                                                    texts.get(
                                                            "govern.merge.unknown",
                                                            change.before()
                                                                    .name()
                                                                    .in(texts.locale()))));
            line.setWrapText(true);
            lines.getChildren().add(line);
        }
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(260);
        scroll.setFocusTraversable(false);
        Button no = new Button(texts.get("button.cancel"));
        no.setId("mergeNo");
        no.setCancelButton(true);
        no.setOnAction(event -> desk.sheets().close());
        Button yes = new Button(texts.get(merge ? "govern.merge.yes" : "govern.rename.yes"));
        yes.setId("mergeYes");
        yes.setDefaultButton(true);
        yes.getStyleClass().add("primary");
        yes.setOnAction(
                event -> {
                    desk.sheets().close();
                    model.make(
                            plan,
                            number -> {
                                desk.notices()
                                        .done(
                                                texts.get(
                                                        merge ? "govern.merged" : "govern.renamed",
                                                        from,
                                                        to));
                                changed.run();
                            },
                            desk.notices()::problem);
                });
        HBox buttons = new HBox(8, no, yes);
        buttons.getStyleClass().add("confirmation-buttons");
        VBox sheet = new VBox(10, title, words, scroll, buttons);
        sheet.setPrefWidth(520);
        Views.dress(sheet, "confirmation");
        desk.sheets().show(sheet);
        yes.requestFocus();
    }
}
