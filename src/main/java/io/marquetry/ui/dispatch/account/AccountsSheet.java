package io.marquetry.ui.dispatch.account;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.SecretPlace;
import io.marquetry.dispatch.desk.AccountText;
import io.marquetry.dispatch.desk.Accounts;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Confirmation;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenSheet;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Views;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows the accounts, with what each guarantees and what that means; leads to their forms. */
public final class AccountsSheet {

    /** Of one account, and of all before they are scrolled. */
    private static final double CARD = 124;

    private static final double MOST_HEIGHT = 420;

    private final Accounts accounts;
    private final Read read;
    private final Desk desk;
    private final Texts texts;
    private final Label problem = new Label();

    /** What was read of them. */
    private record Read(List<Account> all, boolean locked) {

        /** Returns whether somebody's secret waits for the passphrase. */
        boolean asks() {
            return locked
                    && all.stream()
                            .map(one -> one.provider().secretPlace())
                            .anyMatch(SecretPlace.InVault.class::isInstance);
        }
    }

    private AccountsSheet(Accounts accounts, Read read, Desk desk) {
        this.accounts = accounts;
        this.read = read;
        this.desk = desk;
        this.texts = desk.texts();
    }

    /** Shows them. */
    public static void show(Accounts accounts, Desk desk) {
        show(accounts, desk, Optional.empty());
    }

    private static void show(Accounts accounts, Desk desk, Optional<Problem> why) {
        desk.background()
                .run(
                        signal -> new Read(accounts.all(), !accounts.secrets().isUnlocked()),
                        read ->
                                desk.sheets()
                                        .open(
                                                now ->
                                                        new AccountsSheet(accounts, read, now)
                                                                .sheet(why)),
                        desk.notices()::problem);
    }

    private OpenSheet sheet(Optional<Problem> why) {
        Label title = new Label(texts.get("dispatch.accounts.heading"));
        title.getStyleClass().add("heading");
        VBox lines = new VBox(8);
        lines.setId("dispatchAccounts");
        lines.getStyleClass().add("account-fields");
        read.all().forEach(account -> lines.getChildren().add(card(account)));
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(100);
        scroll.setPrefViewportHeight(Math.min(MOST_HEIGHT, read.all().size() * CARD));
        problem.setId("accountsProblem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        Parts.show(problem, false);
        why.ifPresent(this::tell);
        Button add = new Button(texts.get("account.add"));
        add.setId("accountsNew");
        add.getStyleClass().add("primary");
        add.setOnAction(event -> edit(Optional.empty()));
        Button close = new Button(texts.get("button.close"));
        close.setId("accountsClose");
        close.setCancelButton(true);
        close.setOnAction(event -> desk.sheets().close());
        HBox buttons = new HBox(add, close);
        buttons.getStyleClass().add("buttons");
        VBox sheet = new VBox(10, title, scroll, vault(), problem, buttons);
        sheet.setPrefWidth(680);
        sheet.getStyleClass().add("sheet");
        Views.dress(sheet, "used");
        Views.dress(sheet, "account");
        return new OpenSheet(sheet, desk.sheets()::close, new Follows());
    }

    private Node card(Account account) {
        Label name =
                new Label(
                        texts.get(
                                "dispatch.accounts.name",
                                account.name(),
                                texts.get("dispatch.channel." + account.channel())));
        name.getStyleClass().add("account-part");
        Label place = new Label(place(account));
        place.getStyleClass().add("muted");
        Label facts =
                new Label(
                        texts.get(
                                "dispatch.accounts.facts",
                                new Formats(texts.locale()).count(account.perSecond()),
                                AccountWords.guarantees(
                                        account.provider(), account.keyLife(), texts)));
        facts.getStyleClass().add("muted");
        Label means = new Label(AccountWords.meaning(account.provider(), account.keyLife(), texts));
        for (Label line : List.of(place, facts, means)) {
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
        }
        HBox head = new HBox(8, name, new Region());
        HBox.setHgrow(head.getChildren().getLast(), Priority.ALWAYS);
        head.setAlignment(Pos.CENTER_LEFT);
        if (!account.name().equals(Account.DEMO.name())) {
            head.getChildren()
                    .addAll(
                            button("account.change", "accountEdit-", account),
                            button("account.remove", "accountRemove-", account));
        }
        VBox card = new VBox(2, head, place, facts, means);
        card.getStyleClass().add("card");
        return card;
    }

    private String place(Account account) {
        return texts.get("account.kind." + AccountKind.of(account))
                + (account.provider() instanceof Account.Provider.Demonstration
                        ? ""
                        : " · " + AccountText.place(account));
    }

    private Button button(String words, String id, Account account) {
        Button button = new Button(texts.get(words));
        button.setId(id + account.name());
        button.setAccessibleText(texts.get("account.of", button.getText(), account.name()));
        button.setOnAction(
                event -> {
                    if (id.equals("accountEdit-")) {
                        edit(Optional.of(account));
                    } else {
                        ask(account);
                    }
                });
        return button;
    }

    private void edit(Optional<Account> account) {
        AccountModel model =
                new AccountModel(
                        accounts,
                        account,
                        read.all().stream().map(Account::name).collect(Collectors.toSet()),
                        read.locked(),
                        desk.background(),
                        Platform::runLater);
        AccountSheet.open(model, desk, () -> show(accounts, desk));
    }

    private void ask(Account account) {
        Confirmation.ask(
                desk.sheets(),
                texts,
                texts.get("account.remove.heading", account.name()),
                texts.get("account.remove.words"),
                texts.get("account.remove.yes"),
                () ->
                        desk.background()
                                .act(
                                        () -> accounts.remove(account.name()),
                                        () -> {
                                            desk.notices()
                                                    .done(
                                                            texts.get(
                                                                    "cli.account.removed",
                                                                    account.name()));
                                            show(accounts, desk);
                                        },
                                        found -> show(accounts, desk, Optional.of(found))));
    }

    /** Opens the vault for dispatches whose account has its secret there. */
    private Node vault() {
        Label words = new Label(texts.get("account.locked"));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        PasswordField passphrase = new PasswordField();
        passphrase.setId("accountsPassphrase");
        passphrase.setPromptText(texts.get("connect.passphrase"));
        passphrase.setAccessibleText(texts.get("connect.passphrase"));
        HBox.setHgrow(passphrase, Priority.ALWAYS);
        Button open = new Button(texts.get("remote.unlock"));
        open.setId("accountsUnlock");
        Runnable unlock =
                () -> {
                    char[] typed = passphrase.getText().toCharArray();
                    passphrase.clear();
                    desk.background()
                            .act(
                                    () -> accounts.secrets().unlock(typed),
                                    () -> show(accounts, desk),
                                    this::tell);
                };
        passphrase.setOnAction(event -> unlock.run());
        open.setOnAction(event -> unlock.run());
        VBox vault = new VBox(4, words, new HBox(8, passphrase, open));
        Parts.show(vault, read.asks());
        return vault;
    }

    private void tell(Problem why) {
        problem.setText(texts.sentence(why));
        Parts.show(problem, true);
    }
}
