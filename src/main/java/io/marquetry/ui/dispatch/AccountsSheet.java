package io.marquetry.ui.dispatch;

import io.marquetry.base.Texts;
import io.marquetry.dispatch.Account;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Views;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.time.Duration;
import java.util.List;

/** Shows the accounts, with what each guarantees and what that means. */
final class AccountsSheet {

    private AccountsSheet() {}

    /** Shows them. */
    static void show(DispatchModel model, Desk desk) {
        model.background()
                .run(
                        signal -> model.dispatches().reach().accounts(),
                        found -> show(found, desk),
                        desk.notices()::problem);
    }

    private static void show(List<Account> accounts, Desk desk) {
        Texts texts = desk.texts();
        Label title = new Label(texts.get("dispatch.accounts.heading"));
        title.getStyleClass().add("heading");
        VBox lines = new VBox(8);
        lines.setId("dispatchAccounts");
        accounts.forEach(account -> lines.getChildren().add(card(account, texts)));
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(100);
        scroll.setMaxHeight(380);
        Label how = new Label(texts.get("dispatch.accounts.how"));
        how.getStyleClass().add("muted");
        how.setWrapText(true);
        how.setMinHeight(Region.USE_PREF_SIZE);
        Button close = new Button(texts.get("button.close"));
        close.setId("accountsClose");
        close.setDefaultButton(true);
        close.setCancelButton(true);
        close.setOnAction(event -> desk.sheets().close());
        HBox buttons = new HBox(close);
        buttons.getStyleClass().add("buttons");
        VBox sheet = new VBox(10, title, scroll, how, buttons);
        sheet.setPrefWidth(620);
        sheet.getStyleClass().add("sheet");
        Views.dress(sheet, "used");
        desk.sheets().show(sheet);
    }

    private static String life(Duration keys, Texts texts) {
        return keys.toMinutesPart() == 0 && keys.isPositive()
                ? texts.get("dispatch.accounts.hours", keys.toHours())
                : texts.get("dispatch.accounts.minutes", keys.toMinutes());
    }

    private static Node card(Account account, Texts texts) {
        Label name =
                new Label(
                        texts.get(
                                "dispatch.accounts.name",
                                account.name(),
                                texts.get("dispatch.channel." + account.channel())));
        name.setStyle("-fx-font-weight: bold;");
        Label facts =
                new Label(
                        texts.get(
                                "dispatch.accounts.facts",
                                new Formats(texts.locale()).count(account.perSecond()),
                                life(account.keyLife(), texts),
                                texts.get(
                                        account.looksUp()
                                                ? "dispatch.accounts.looksUp"
                                                : "dispatch.accounts.blind")));
        facts.getStyleClass().add("muted");
        facts.setWrapText(true);
        Label means = new Label(texts.get(meaning(account)));
        means.setWrapText(true);
        for (Label line : List.of(facts, means)) {
            line.setMinHeight(Region.USE_PREF_SIZE);
        }
        VBox card = new VBox(2, name, facts, means);
        card.getStyleClass().add("card");
        return card;
    }

    private static String meaning(Account account) {
        if (account.keyLife().isPositive()) {
            return "dispatch.accounts.means.keys";
        }
        return account.looksUp()
                ? "dispatch.accounts.means.looksUp"
                : "dispatch.accounts.means.neither";
    }
}
