package io.marquetry.ui.assets;

import io.marquetry.asset.Asset;
import io.marquetry.asset.Picture;
import io.marquetry.asset.PictureFile;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.ui.common.file.FileDialogs;
import io.marquetry.ui.common.file.FileKind;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Parts;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The pictures of an asset while it is edited: a row of small ones, and the words of the one that
 * is chosen. Nothing is saved before the asset is.
 */
final class PictureStrip extends VBox {

    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final AssetsModel model;
    private final Texts texts;
    private final FileDialogs dialogs;
    private final Consumer<Problem> told;
    private final Runnable mended;
    private final HBox row = new HBox(8);
    private final ScrollPane scroll = new ScrollPane(row);
    private final Label empty = new Label();
    private final ToggleGroup chosen = new ToggleGroup();
    private final TextField english = field("pictureTextEn", "assets.pictureEn");
    private final TextField chinese = field("pictureTextZh", "assets.pictureZh");
    private final Button earlier = button("pictureEarlier", "assets.pictureEarlier");
    private final Button later = button("pictureLater", "assets.pictureLater");
    private final Button remove = button("pictureRemove", "assets.pictureRemove");
    private final Button undo = button("pictureUndo", "assets.pictureUndo");
    private final Button add = button("pictureAdd", "assets.pictureAdd");
    private final VBox words;
    private final Deque<List<Thumbnail>> before = new ArrayDeque<>();
    private List<Thumbnail> shown = new ArrayList<>();

    /** While fields are filled with what is there, nothing of them is an answer. */
    private boolean filling;

    /**
     * Makes an empty one.
     *
     * @param told hears why files are refused
     * @param mended is run when others are taken after that
     */
    PictureStrip(AssetsModel model, Desk desk, Consumer<Problem> told, Runnable mended) {
        super(6);
        this.model = model;
        this.texts = desk.texts();
        this.dialogs = desk.files();
        this.told = told;
        this.mended = mended;
        for (Button button : List.of(earlier, later, remove, undo, add)) {
            button.setText(texts.get(button.getText()));
        }
        words = new VBox(6, new HBox(8, labelled(english), labelled(chinese)));
        setId("assetPictures");
        Label caption = new Label(texts.get("assets.pictures"));
        caption.getStyleClass().add("caption");
        HBox steps = new HBox(6, add, earlier, later, remove, undo);
        steps.getStyleClass().add("picture-steps");
        scroll.setFitToHeight(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(ScrollPane.USE_PREF_SIZE);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("picture-scroll");
        empty.setText(texts.get("assets.pictureNone"));
        empty.getStyleClass().add("muted");
        empty.setWrapText(true);
        getChildren().setAll(caption, scroll, empty, words, steps);
        add.setOnAction(event -> choose());
        earlier.setOnAction(event -> move(-1));
        later.setOnAction(event -> move(1));
        remove.setOnAction(event -> remove());
        undo.setOnAction(event -> undo());
        english.textProperty().subscribe((old, now) -> say());
        chinese.textProperty().subscribe((old, now) -> say());
        chosen.selectedToggleProperty().subscribe(now -> chosenChanged());
        row.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        fill(-1);
    }

    /** Shows what an asset has; what is brought meanwhile stays behind these. */
    void show(Asset asset) {
        if (!asset.pictures().isEmpty()) {
            add.setDisable(true);
            model.thumbnails(
                    asset,
                    there -> {
                        add.setDisable(false);
                        shown.addAll(0, there);
                        fill(-1);
                    },
                    told);
        }
    }

    /** Returns whether everything that the asset has is here: before, nothing may be saved. */
    boolean isReady() {
        return !add.isDisabled();
    }

    /** Returns the pictures as they stand, in their order. */
    List<Picture> pictures() {
        return shown.stream().map(Thumbnail::picture).toList();
    }

    /** Returns the files of those, as far as they are here. */
    List<PictureFile> files() {
        return shown.stream().map(Thumbnail::file).flatMap(Optional::stream).toList();
    }

    /** Takes files, dropped or chosen: all of them, or none. */
    void bring(List<Path> files) {
        model.bring(files, this::add, told);
    }

    private void choose() {
        FileKind pictures =
                new FileKind(
                        texts.get("assets.pictureAdd"),
                        texts.get("assets.pictureFiles"),
                        "png",
                        "jpg",
                        "jpeg",
                        "gif");
        List<Path> files = dialogs.toOpen(pictures, Integer.MAX_VALUE);
        if (!files.isEmpty()) {
            bring(files);
        }
    }

    private void add(List<Thumbnail> brought) {
        List<Thumbnail> next = new ArrayList<>(shown);
        for (Thumbnail one : brought) {
            String hash = one.picture().sha256();
            if (next.stream().noneMatch(there -> there.picture().sha256().equals(hash))) {
                next.add(one);
            }
        }
        if (next.size() > Picture.MOST) {
            told.accept(Problem.of("problem.picture.most", Picture.MOST));
            return;
        }
        mended.run();
        change(next, next.size() - 1);
    }

    private void change(List<Thumbnail> next, int choose) {
        before.push(List.copyOf(shown));
        shown = new ArrayList<>(next);
        fill(choose);
    }

    private void undo() {
        if (!before.isEmpty()) {
            shown = new ArrayList<>(before.pop());
            fill(shown.size() - 1);
        }
    }

    private void remove() {
        int at = at();
        if (at >= 0) {
            List<Thumbnail> next = new ArrayList<>(shown);
            next.remove(at);
            change(next, Math.min(at, next.size() - 1));
        }
    }

    private void move(int by) {
        int at = at();
        int to = at + by;
        if (at >= 0 && to >= 0 && to < shown.size()) {
            List<Thumbnail> next = new ArrayList<>(shown);
            next.add(to, next.remove(at));
            change(next, to);
        }
    }

    private void pressed(KeyEvent event) {
        if (UNDO.match(event)) {
            undo();
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            remove();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.LEFT) {
            move(-1);
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.RIGHT) {
            move(1);
        } else {
            return;
        }
        event.consume();
    }

    /** Makes the row anew; the focus goes to the chosen one where it was in the row. */
    private void fill(int choose) {
        boolean focused =
                row.getChildren().stream().anyMatch(Node::isFocused)
                        || remove.isFocused()
                        || earlier.isFocused()
                        || later.isFocused();
        chosen.selectToggle(null);
        chosen.getToggles().clear();
        row.getChildren().clear();
        for (int i = 0; i < shown.size(); i++) {
            ToggleButton tile = tile(i);
            tile.setToggleGroup(chosen);
            int place = i;
            tile.focusedProperty()
                    .subscribe(
                            now -> {
                                if (now) {
                                    reveal(place);
                                }
                            });
            row.getChildren().add(tile);
        }
        Parts.show(scroll, !shown.isEmpty());
        Parts.show(empty, shown.isEmpty());
        if (choose >= 0) {
            ToggleButton tile = (ToggleButton) row.getChildren().get(choose);
            tile.setSelected(true);
            reveal(choose);
            if (focused) {
                tile.requestFocus();
            }
        }
        chosenChanged();
    }

    /** Scrolls so that a picture is seen. */
    private void reveal(int place) {
        scroll.setHvalue(shown.size() < 2 ? 0 : (double) place / (shown.size() - 1));
    }

    private ToggleButton tile(int i) {
        Thumbnail one = shown.get(i);
        ToggleButton tile = new ToggleButton();
        tile.setId("picture_" + (i + 1));
        tile.getStyleClass().add("picture-tile");
        tile.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        tile.setGraphic(PictureTile.of(one, texts));
        tile.setAccessibleText(
                texts.get(
                        "assets.pictureOf",
                        i + 1,
                        shown.size(),
                        PictureTile.words(one.picture(), texts)));
        return tile;
    }

    private int at() {
        return chosen.getSelectedToggle() instanceof ToggleButton tile
                ? row.getChildren().indexOf(tile)
                : -1;
    }

    private void chosenChanged() {
        int at = at();
        Parts.show(words, at >= 0);
        for (Button step : List.of(earlier, later, remove)) {
            Parts.show(step, !shown.isEmpty());
        }
        earlier.setDisable(at <= 0);
        later.setDisable(at < 0 || at == shown.size() - 1);
        remove.setDisable(at < 0);
        Parts.show(undo, !before.isEmpty());
        Optional<LocalizedText> said = at < 0 ? Optional.empty() : shown.get(at).picture().text();
        filling = true;
        english.setText(said(said, "en"));
        chinese.setText(said(said, "zh"));
        filling = false;
    }

    private static String said(Optional<LocalizedText> words, String language) {
        return words.map(LocalizedText::byLanguage)
                .map(all -> Objects.requireNonNullElse(all.get(language), ""))
                .orElse("");
    }

    private void say() {
        int at = at();
        if (at >= 0 && !filling) {
            Thumbnail one = shown.get(at);
            shown.set(at, one.with(one.picture().with(written(one.picture()))));
        }
    }

    private Optional<LocalizedText> written(Picture picture) {
        // Words in other languages stay; an empty field takes its own away.
        TreeMap<String, String> all = new TreeMap<>();
        picture.text().ifPresent(text -> all.putAll(text.byLanguage()));
        all.remove("en");
        all.remove("zh");
        if (!english.getText().isBlank()) {
            all.put(Locale.ENGLISH.getLanguage(), english.getText().strip());
        }
        if (!chinese.getText().isBlank()) {
            all.put(Locale.CHINESE.getLanguage(), chinese.getText().strip());
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(new LocalizedText(all));
    }

    private VBox labelled(TextField field) {
        String says = texts.get(field.getPromptText());
        field.setPromptText("");
        field.setAccessibleText(says);
        Label label = new Label(says);
        label.getStyleClass().add("caption");
        VBox part = new VBox(2, label, field);
        HBox.setHgrow(part, Priority.ALWAYS);
        return part;
    }

    private static TextField field(String id, String key) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(key);
        return field;
    }

    private static Button button(String id, String key) {
        Button button = new Button(key);
        button.setId(id);
        return button;
    }
}
