package io.marquetry.ui.compose.canvas;

import io.marquetry.base.Texts;
import io.marquetry.base.VisibleText;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.ui.common.look.TagChip;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Proposes audience tags for the word that is being typed; the arrow keys and Enter choose one. */
final class Completion {

    /** The words between tags. */
    static final Set<String> JOINING = Set.of("and", "or", "not");

    private static final int MIN_LETTERS = 2;
    private static final int MAX_PROPOSALS = 8;
    private static final double ROW = 44;
    private static final double WIDTH = 320;

    private final TextArea text;
    private final ComposeModel compose;
    private final Texts texts;
    private final ListView<Tag> list = new ListView<>();
    private final Popup popup = new Popup();

    /** Proposes while somebody types into the text. */
    Completion(TextArea text, ComposeModel compose, Texts texts) {
        this.text = text;
        this.compose = compose;
        this.texts = texts;
        list.setCellFactory(view -> new TagCell());
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        Views.dress(list, "completion");
        list.setFocusTraversable(false);
        list.setOnMouseClicked(event -> take());
        popup.getContent().add(list);
        popup.setAutoHide(true);
        text.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        text.focusedProperty().subscribe(focused -> hideUnless(focused));
    }

    /** Handles a key while proposals are shown; returns whether it was meant for them. */
    boolean pressed(KeyEvent event) {
        if (!popup.isShowing()) {
            return false;
        }
        switch (event.getCode()) {
            case DOWN -> step(1);
            case UP -> step(-1);
            case ENTER, TAB -> take();
            case ESCAPE -> popup.hide();
            default -> {
                return false;
            }
        }
        event.consume();
        return true;
    }

    private void hideUnless(boolean focused) {
        if (!focused) {
            popup.hide();
        }
    }

    private void step(int by) {
        int at =
                Math.floorMod(
                        list.getSelectionModel().getSelectedIndex() + by, list.getItems().size());
        list.getSelectionModel().select(at);
        list.scrollTo(at);
    }

    private void typed(KeyEvent event) {
        String typed = event.getCharacter();
        if (!typed.isEmpty() && typed.chars().allMatch(c -> isOfWord((char) c))) {
            propose();
        } else {
            popup.hide();
        }
    }

    private void propose() {
        String word = word();
        boolean begun =
                word.length() >= MIN_LETTERS
                        && !JOINING.contains(word)
                        && !isWithinCondition(text.getText(), text.getCaretPosition());
        List<Tag> found = begun ? proposals(word) : List.of();
        if (found.isEmpty() || found.getFirst().key().value().equals(word)) {
            popup.hide();
            return;
        }
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
        list.setPrefHeight(found.size() * ROW + 4);
        place().ifPresent(at -> popup.show(text, at.getMinX(), at.getMaxY()));
    }

    private List<Tag> proposals(String word) {
        String wanted = VisibleText.folded(word);
        return compose.tags().get().tags().stream()
                .filter(tag -> tag.category() == Category.AUDIENCE)
                .filter(tag -> compose.misfits().of(tag.key()).isEmpty())
                .filter(
                        tag ->
                                tag.key().value().contains(wanted)
                                        || VisibleText.folded(tag.name().in(texts.locale()))
                                                .contains(wanted))
                .sorted(
                        Comparator.comparing((Tag tag) -> !tag.key().value().startsWith(wanted))
                                .thenComparing(Tag::key))
                .limit(MAX_PROPOSALS)
                .toList();
    }

    private void take() {
        Tag chosen = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (chosen != null) {
            int end = text.getCaretPosition();
            text.replaceText(end - word().length(), end, chosen.key().value());
        }
    }

    /** Returns what stands before the caret up to the last character that no key has. */
    private String word() {
        String before = text.getText(0, text.getCaretPosition());
        int start = before.length();
        while (start > 0 && isOfWord(before.charAt(start - 1))) {
            start--;
        }
        return before.substring(start);
    }

    /** Returns whether a place of an expression lies between the brackets of a condition. */
    static boolean isWithinCondition(String typed, int place) {
        int open = 0;
        for (int i = 0; i < Math.min(place, typed.length()); i++) {
            char c = typed.charAt(i);
            open = "[［【".indexOf(c) >= 0 ? 1 : "]］】".indexOf(c) >= 0 ? 0 : open;
        }
        return open > 0;
    }

    /** Returns whether a key or the name of a tag can have the character. */
    static boolean isOfWord(char character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }

    private Optional<Bounds> place() {
        if (!(text.getSkin() instanceof TextInputControlSkin<?> skin)) {
            return Optional.empty();
        }
        Rectangle2D caret = skin.getCharacterBounds(Math.max(0, text.getCaretPosition() - 1));
        return Optional.ofNullable(
                text.localToScreen(
                        new BoundingBox(
                                caret.getMinX(),
                                caret.getMinY(),
                                caret.getWidth(),
                                caret.getHeight())));
    }

    private final class TagCell extends ListCell<Tag> {

        private final TagChip chip = new TagChip();

        @Override
        protected void updateItem(@Nullable Tag tag, boolean empty) {
            super.updateItem(tag, empty);
            setText(null);
            setGraphic(null);
            if (!empty && tag != null) {
                chip.show(tag.key(), Optional.of(tag), Category.AUDIENCE, texts);
                setGraphic(chip);
            }
        }
    }
}
