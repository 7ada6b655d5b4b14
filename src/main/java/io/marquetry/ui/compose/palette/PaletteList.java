package io.marquetry.ui.compose.palette;

import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;

import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.List;
import java.util.Optional;

/** The list of the palette: what is chosen in it, what is in sight, and its keys. */
final class PaletteList {

    private final ListView<PaletteRow> list;
    private final PaletteModel palette;
    private final PaletteMenu menu;
    private final Runnable leaveUpward;

    /**
     * Steers a list.
     *
     * @param leaveUpward goes to what stands above the list
     */
    PaletteList(
            ListView<PaletteRow> list,
            PaletteModel palette,
            PaletteMenu menu,
            Runnable leaveUpward) {
        this.list = list;
        this.palette = palette;
        this.menu = menu;
        this.leaveUpward = leaveUpward;
        list.setOnKeyPressed(this::pressed);
        list.getSelectionModel()
                .selectedIndexProperty()
                .subscribe((before, now) -> skipHeading(before.intValue(), now.intValue()));
    }

    /** Returns the tags that the list shows at this moment. */
    List<TagKey> inSight() {
        if (!(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
                || flow.getFirstVisibleCell() == null
                || flow.getLastVisibleCell() == null) {
            return List.of();
        }
        int first = flow.getFirstVisibleCell().getIndex();
        int end = Math.min(flow.getLastVisibleCell().getIndex() + 1, palette.rows().size());
        return palette.rows().subList(Math.min(first, end), end).stream()
                .filter(PaletteRow.Entry.class::isInstance)
                .map(row -> ((PaletteRow.Entry) row).tag().key())
                .toList();
    }

    /** Tells when other tags come into sight. */
    void onSight(Runnable moved) {
        list.skinProperty()
                .subscribe(
                        skin ->
                                list.lookupAll(".scroll-bar").stream()
                                        .filter(ScrollBar.class::isInstance)
                                        .map(ScrollBar.class::cast)
                                        .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
                                        .forEach(
                                                bar ->
                                                        bar.valueProperty()
                                                                .subscribe(
                                                                        (before, now) ->
                                                                                moved.run())));
    }

    /** Goes to the first tag, from above. */
    void enter() {
        list.requestFocus();
        selectFirst();
    }

    void addSelected() {
        selected().ifPresent(menu::add);
        if (list.getSelectionModel().getSelectedItem() instanceof PaletteRow.Column column) {
            menu.filter(column.attribute());
        }
    }

    void excludeSelected() {
        selected().ifPresent(menu::exclude);
    }

    /** Chooses the first tag where none is chosen. */
    void selectFirst() {
        if (!(list.getSelectionModel().getSelectedItem() instanceof PaletteRow.Entry)) {
            list.getSelectionModel().select(firstEntry());
        }
    }

    /** Another order of the lines leaves the same tag chosen. */
    void keepSelected() {
        PaletteRow chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && palette.search().get().isBlank()) {
            // The list has not heard of the new lines yet.
            Platform.runLater(
                    () -> {
                        int at = palette.rows().indexOf(chosen);
                        if (at >= 0) {
                            list.getSelectionModel().select(at);
                        }
                    });
        }
    }

    private void pressed(KeyEvent event) {
        if (PaletteMenu.EXCLUDE.match(event)) {
            excludeSelected();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            if (list.getSelectionModel().getSelectedItem() instanceof PaletteRow.Fold fold) {
                palette.others().set(!fold.open());
            }
            if (list.getSelectionModel().getSelectedItem() instanceof PaletteRow.Columns columns) {
                palette.columnsOpen().set(!columns.open());
            }
            addSelected();
            event.consume();
        } else if (event.getCode() == KeyCode.UP
                && list.getSelectionModel().getSelectedIndex() <= firstEntry()) {
            leaveUpward.run();
            event.consume();
        }
    }

    private Optional<Tag> selected() {
        return list.getSelectionModel().getSelectedItem() instanceof PaletteRow.Entry entry
                ? Optional.of(entry.tag())
                : Optional.empty();
    }

    private int firstEntry() {
        int first = -1;
        for (int i = 0; i < palette.rows().size(); i++) {
            PaletteRow row = palette.rows().get(i);
            if (row instanceof PaletteRow.Entry) {
                return i;
            }
            boolean column = row instanceof PaletteRow.Column;
            first = first < 0 && column ? i : first;
        }
        return first;
    }

    /** The arrow keys pass over headings, which cannot be chosen. */
    private void skipHeading(int before, int now) {
        if (now < 0
                || now >= palette.rows().size()
                || !(palette.rows().get(now) instanceof PaletteRow.Heading)) {
            return;
        }
        int next = now < before ? now - 1 : now + 1;
        if (next >= 0 && next < palette.rows().size()) {
            Platform.runLater(() -> list.getSelectionModel().select(next));
        }
    }
}
