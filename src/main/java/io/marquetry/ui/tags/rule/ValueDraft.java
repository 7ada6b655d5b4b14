package io.marquetry.ui.tags.rule;

import io.marquetry.source.AttributeType;
import io.marquetry.tag.Span;
import io.marquetry.tag.Value;
import io.marquetry.ui.tags.rule.RuleDraft.Unfinished;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value while it is typed. */
final class ValueDraft {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,38}(\\.\\d{1,30})?");

    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");

    /** What is typed. */
    enum Kind {
        NUMBER,
        TEXT,
        DAY,
        MOMENT,
        TRUTH,
        AGO
    }

    private final ObjectProperty<Kind> kind;
    private final ObjectProperty<Optional<String>> text =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Value.Unit> unit = new SimpleObjectProperty<>(Value.Unit.DAYS);

    ValueDraft(Kind kind, Runnable edited) {
        this.kind = new SimpleObjectProperty<>(kind);
        this.kind.subscribe(edited);
        text.subscribe(edited);
        unit.subscribe(edited);
    }

    /** Returns a draft that stands for the value. */
    static ValueDraft of(Value value, Runnable edited) {
        ValueDraft draft = new ValueDraft(kindOf(value), edited);
        draft.set(value);
        return draft;
    }

    /** Takes over a finished value. */
    void set(Value value) {
        kind.set(kindOf(value));
        text.set(
                Optional.of(
                        switch (value) {
                            case Value.Number number -> number.number().toPlainString();
                            case Value.Text words -> words.text();
                            case Value.Day day -> day.day().toString();
                            case Value.Moment moment -> moment.moment().toString();
                            case Value.Truth truth -> Boolean.toString(truth.truth());
                            case Value.Ago ago -> Integer.toString(ago.amount());
                        }));
        if (value instanceof Value.Ago ago) {
            unit.set(ago.unit());
        }
    }

    /** Takes over how many days, weeks, months or years end with today. */
    void set(Span span) {
        set(new Value.Ago(span.amount(), span.unit()));
    }

    private static Kind kindOf(Value value) {
        return switch (value) {
            case Value.Number n -> Kind.NUMBER;
            case Value.Text t -> Kind.TEXT;
            case Value.Day d -> Kind.DAY;
            case Value.Moment m -> Kind.MOMENT;
            case Value.Truth t -> Kind.TRUTH;
            case Value.Ago a -> Kind.AGO;
        };
    }

    /** Returns what kind of value is typed. */
    ObjectProperty<Kind> kind() {
        return kind;
    }

    /** Returns what was typed; nothing before the first letter, and after the last was deleted. */
    ObjectProperty<Optional<String>> text() {
        return text;
    }

    /** Returns the unit of a relative day. */
    ObjectProperty<Value.Unit> unit() {
        return unit;
    }

    /** Returns the kinds of value that a type is compared with, the usual one first. */
    static List<Kind> kindsFor(AttributeType type) {
        return switch (type) {
            case TEXT -> List.of(Kind.TEXT);
            case INTEGER, DECIMAL -> List.of(Kind.NUMBER);
            case DATE -> List.of(Kind.DAY, Kind.AGO);
            case DATETIME -> List.of(Kind.DAY, Kind.MOMENT, Kind.AGO);
            case BOOLEAN -> List.of(Kind.TRUTH);
        };
    }

    /** Changes to the first of the kinds, and forgets what was typed, unless it is one of them. */
    void fit(List<Kind> allowed) {
        if (!allowed.contains(kind.get())) {
            text.set(Optional.empty());
            kind.set(allowed.getFirst());
        }
    }

    /**
     * Returns the finished value.
     *
     * @throws Unfinished if nothing, or no such value, was typed
     */
    Value build() {
        String typed = text.get().orElseThrow(() -> new Unfinished("problem.rule.draft.value"));
        return switch (kind.get()) {
            case TEXT -> new Value.Text(typed);
            case NUMBER -> new Value.Number(number(typed));
            case DAY -> new Value.Day(day(typed));
            case MOMENT -> new Value.Moment(moment(typed));
            case TRUTH -> new Value.Truth(Boolean.parseBoolean(typed));
            case AGO -> ago(typed);
        };
    }

    /**
     * Returns the finished relative day.
     *
     * @throws Unfinished if it is none
     */
    Value.Ago ago() {
        return ago(text.get().orElseThrow(() -> new Unfinished("problem.rule.draft.value")));
    }

    /**
     * Returns how many days, weeks, months or years end with today.
     *
     * @throws Unfinished if it is none
     */
    Span span() {
        Value.Ago typed = ago();
        if (typed.amount() == 0) {
            throw new Unfinished("problem.rule.draft.span");
        }
        return new Span(typed.amount(), typed.unit());
    }

    private static BigDecimal number(String typed) {
        String plain = plain(typed).replace("−", "-");
        if (!NUMBER.matcher(plain).matches()) {
            throw new Unfinished("problem.rule.draft.number", shown(typed));
        }
        BigDecimal number = new BigDecimal(plain);
        if (number.stripTrailingZeros().precision() > 38) {
            throw new Unfinished("problem.rule.draft.number", shown(typed));
        }
        return number;
    }

    static LocalDate day(String typed) {
        String plain = plain(typed);
        Matcher parts = DAY.matcher(plain);
        try {
            return parts.matches()
                    ? LocalDate.of(
                            Integer.parseInt(parts.group(1)),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(3)))
                    : LocalDate.parse(plain);
        } catch (DateTimeException e) {
            throw new Unfinished("problem.rule.draft.day", shown(typed));
        }
    }

    private static LocalDateTime moment(String typed) {
        try {
            return LocalDateTime.parse(plain(typed).replaceFirst("\\s+", "T"));
        } catch (DateTimeException e) {
            throw new Unfinished("problem.rule.draft.moment", shown(typed));
        }
    }

    private Value.Ago ago(String typed) {
        String plain = plain(typed);
        if (!plain.matches("\\d{1,5}") || Integer.parseInt(plain) > 36_500) {
            throw new Unfinished("problem.rule.draft.amount", shown(typed));
        }
        return new Value.Ago(Integer.parseInt(plain), unit.get());
    }

    /** Full-width digits and signs, as a Chinese keyboard types them, count as plain ones. */
    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }

    private static String shown(String typed) {
        return typed.length() > 40 ? typed.substring(0, 40) + "…" : typed;
    }
}
