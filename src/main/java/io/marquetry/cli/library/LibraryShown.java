package io.marquetry.cli.library;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.effect.stats.Interval;
import io.marquetry.effect.stats.Level;
import io.marquetry.library.Effect;
import io.marquetry.library.LibraryCard;
import io.marquetry.library.LibraryEntry;
import io.marquetry.library.Parameter;
import io.marquetry.library.Run;
import io.marquetry.library.TemplateUse;
import io.marquetry.library.Verdict;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Entries of the library as JSON, and effects in words. */
final class LibraryShown {

    private final Texts texts;

    LibraryShown(Texts texts) {
        this.texts = texts;
    }

    Map<String, Object> entry(LibraryEntry entry) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("key", entry.key().value());
        tree.put("version", entry.version());
        tree.put("state", entry.state().name());
        tree.put("goal", entry.goal().map(LocalizedText::byLanguage).orElse(null));
        tree.put("owner", entry.owner());
        tree.put("parameters", entry.parameters().stream().map(LibraryShown::parameter).toList());
        tree.put("nominatedBy", entry.nominatedBy());
        tree.put("nominatedAt", entry.nominatedAt().toString());
        tree.put("admitted", entry.admitted().map(LibraryShown::admitted).orElse(null));
        tree.put("reviewOn", entry.reviewOn().map(Object::toString).orElse(null));
        tree.put("reason", entry.reason().orElse(null));
        return tree;
    }

    Map<String, Object> card(LibraryCard card) {
        Map<String, Object> tree = entry(card.entry());
        tree.put("standing", card.standing().name());
        tree.put("fades", card.fades().map(texts::sentence).orElse(null));
        tree.put("runs", card.runs().stream().map(LibraryShown::run).toList());
        tree.put("pooled", card.verdict().pooled().map(LibraryShown::effect).orElse(null));
        tree.put("drawn", card.verdict().drawn().map(LibraryShown::effect).orElse(null));
        tree.put("probability", rounded(card.verdict().probability()));
        tree.put("tests", card.verdict().tests().stream().map(this::test).toList());
        tree.put("madeFromIt", card.descendants().stream().map(LibraryShown::descendant).toList());
        return tree;
    }

    private Map<String, Object> test(Verdict.Test test) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("criterion", test.criterion().name());
        tree.put("passed", test.passed());
        tree.put("said", texts.sentence(test.said()));
        return tree;
    }

    private static Map<String, Object> admitted(LibraryEntry.Admitted how) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("by", how.by());
        tree.put("at", how.at().toString());
        tree.put("grade", how.grade().name());
        tree.put("runs", how.runs().stream().map(LibraryShown::run).toList());
        tree.put("drawn", effect(how.drawn()));
        tree.put("probability", rounded(how.probability()));
        tree.put("worthwhile", rounded(how.worthwhile()));
        return tree;
    }

    private static Map<String, Object> parameter(Parameter parameter) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", parameter.name());
        tree.put("standard", parameter.standard());
        switch (parameter) {
            case Parameter.Slot slot -> tree.put("kind", slot.kind().name());
            case Parameter.Amount amount -> {
                tree.put("kind", amount.unit().isPresent() ? "WINDOW" : "NUMBER");
                tree.put("low", amount.low().toPlainString());
                tree.put("high", amount.high().toPlainString());
                amount.unit().ifPresent(unit -> tree.put("unit", unit.name()));
            }
        }
        return tree;
    }

    private static Map<String, Object> run(Run run) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("outcomes", run.outcomes().value());
        tree.put("title", run.title());
        tree.put("knownAt", run.knownAt().toString());
        tree.put("treated", run.treated().of());
        tree.put("held", run.held().of());
        tree.put("effect", effect(run.effect()));
        return tree;
    }

    private static Map<String, Object> descendant(LibraryCard.Descendant one) {
        Map<String, Object> tree = use(one.use());
        tree.put("state", one.state().name());
        tree.put("effect", one.effect().map(LibraryShown::effect).orElse(null));
        tree.put("held", one.held());
        return tree;
    }

    static Map<String, Object> use(TemplateUse use) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("key", use.key().value());
        tree.put("template", use.template().value());
        tree.put("version", use.version());
        tree.put("given", use.given());
        tree.put("by", use.by());
        tree.put("at", use.at().toString());
        return tree;
    }

    static Map<String, Object> effect(Effect effect) {
        Interval interval = effect.interval(Level.OF_95);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("value", rounded(effect.value()));
        tree.put("low", rounded(interval.low()));
        tree.put("high", rounded(interval.high()));
        return tree;
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP);
    }

    /** Returns an effect in percentage points with its interval; a dash where there is none. */
    String points(@Nullable Effect effect) {
        if (effect == null) {
            return "–";
        }
        Interval interval = effect.interval(Level.OF_95);
        return texts.get(
                "cli.library.points",
                effect.value() * 100,
                interval.low() * 100,
                interval.high() * 100);
    }

    /** Returns all that is known of an entry, line by line. */
    List<String> lines(LibraryCard card) {
        List<String> lines = new ArrayList<>();
        LibraryEntry entry = card.entry();
        lines.add(
                texts.get(
                        "cli.library.head",
                        entry.key().value(),
                        entry.version(),
                        texts.sentence(card.standing().word())));
        entry.goal()
                .ifPresent(
                        goal -> lines.add(texts.get("cli.library.goal", goal.in(texts.locale()))));
        card.fades().ifPresent(why -> lines.add(texts.sentence(why)));
        entry.reason().ifPresent(why -> lines.add(texts.get("cli.library.said", why)));
        lines.add(texts.get("cli.library.runs"));
        for (Run run : card.runs()) {
            lines.add("  " + points(run.effect()) + "  " + texts.known(run.title()));
        }
        lines.add(
                "  "
                        + texts.get(
                                "cli.library.together",
                                points(card.verdict().pooled().orElse(null)),
                                points(card.verdict().drawn().orElse(null)),
                                card.verdict().probability()));
        for (Verdict.Test test : card.verdict().tests()) {
            lines.add((test.passed() ? "  ✓ " : "  ✗ ") + texts.sentence(test.said()));
        }
        lines.add(texts.get("cli.library.parameters"));
        for (Parameter parameter : entry.parameters()) {
            lines.add(
                    "  "
                            + parameter.name()
                            + "="
                            + parameter.standard()
                            + "  "
                            + texts.sentence(parameter.word()));
        }
        lines.add(texts.get("cli.library.reused", card.descendants().size(), (int) card.held()));
        for (LibraryCard.Descendant one : card.descendants()) {
            lines.add(
                    "  "
                            + one.use().key().value()
                            + "  "
                            + texts.sentence(one.state().word())
                            + "  "
                            + points(one.effect().orElse(null)));
        }
        return lines;
    }
}
