package io.marquetry.ui.common.field;

import atlantafx.base.theme.Styles;

import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.Tip;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.skin.DatePickerSkin;
import javafx.scene.layout.BorderPane;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * A field for a day, written as the language writes it or as ISO 8601. What is no day stays in the
 * field and is marked; pointed at, the field says how to write one.
 */
public final class DateField extends DatePicker {

    private final ReadOnlyBooleanWrapper wrong = new ReadOnlyBooleanWrapper();
    private String refused = "";
    private Optional<LocalDate> opens = Optional.empty();

    /** Lets it speak a language. */
    public void serve(Texts texts) {
        WrittenDay words = new WrittenDay(texts.locale());
        String help = texts.get("day.help");
        setPromptText(texts.get("day.prompt"));
        setConverter(new Kept(words));
        getEditor().textProperty().subscribe(this::keep);
        getEditor().textProperty().subscribe(text -> judge(words, text));
        valueProperty().subscribe(day -> judge(words, getEditor().getText()));
        Tip.on(this, () -> wrong.get() ? Optional.of(help) : Optional.empty());
        wrong.subscribe(
                now -> {
                    pseudoClassStateChanged(Styles.STATE_DANGER, now);
                    getEditor().pseudoClassStateChanged(Styles.STATE_DANGER, now);
                    setAccessibleHelp(now ? help : "");
                });
    }

    /** Returns whether it holds words that are no day. */
    public ReadOnlyBooleanProperty wrong() {
        return wrong.getReadOnlyProperty();
    }

    /** Lets the calendar of an empty field open at a day, not today: where the data are. */
    public void opensAt(Optional<LocalDate> day) {
        opens = day;
    }

    @Override
    public void show() {
        super.show();
        if (getValue() == null && getSkin() instanceof DatePickerSkin skin) {
            opens.ifPresent(day -> turnTo(skin.getPopupContent(), YearMonth.from(day)));
        }
    }

    // The calendar tells its month by its days only, and turns by its two arrows only.
    private static void turnTo(Node calendar, YearMonth wanted) {
        if (calendar.lookup(".month-year-pane") instanceof BorderPane head
                && head.getLeft().lookup(".left-button") instanceof ButtonBase back
                && head.getLeft().lookup(".right-button") instanceof ButtonBase on) {
            long months = ChronoUnit.MONTHS.between(month(calendar), wanted);
            for (long i = 0; i < Math.abs(months); i++) {
                (months < 0 ? back : on).fire();
            }
        }
    }

    private static YearMonth month(Node calendar) {
        return calendar.lookupAll(".day-cell").stream()
                .filter(cell -> !cell.getStyleClass().contains("previous-month"))
                .filter(cell -> !cell.getStyleClass().contains("next-month"))
                .map(cell -> ((DateCell) cell).getItem())
                .filter(Objects::nonNull)
                .map(YearMonth::from)
                .findFirst()
                .orElseGet(YearMonth::now);
    }

    /** Where JavaFX empties the field because it holds no day, puts back what was typed. */
    private void keep(@Nullable String text) {
        String typed = refused;
        refused = "";
        if (!typed.isEmpty() && (text == null || text.isEmpty())) {
            getEditor().setText(typed);
        }
    }

    private void judge(WrittenDay words, @Nullable String text) {
        wrong.set(text != null && !text.isBlank() && words.read(text).isEmpty());
    }

    /** Remembers what was typed where that is no day. */
    private final class Kept extends StringConverter<LocalDate> {
        private final WrittenDay words;

        Kept(WrittenDay words) {
            this.words = words;
        }

        @Override
        public String toString(@Nullable LocalDate day) {
            return day == null ? "" : words.write(day);
        }

        @Override
        public @Nullable LocalDate fromString(@Nullable String text) {
            Optional<LocalDate> day = words.read(text);
            refused = day.isEmpty() && text != null ? text : "";
            return day.orElse(null);
        }
    }
}
