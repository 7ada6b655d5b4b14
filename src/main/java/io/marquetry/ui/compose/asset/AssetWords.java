package io.marquetry.ui.compose.asset;

import io.marquetry.asset.Asset;
import io.marquetry.asset.TextLength;
import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.FactNames;
import io.marquetry.ui.common.look.Formats;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says in one line what an asset is: its text, its value and validity, or what it demands. */
public final class AssetWords {

    private static final String START = "start";
    private static final String END = "end";
    private static final String QUIET_FROM = "quiet_from";
    private static final String QUIET_TO = "quiet_to";
    private static final String HOLDOUT = "holdout_percent";
    private static final String MOST = "max_contacts";
    private static final String PER_DAYS = "per_days";

    private final Texts texts;
    private final Formats formats;

    /** Speaks the language of the texts. */
    public AssetWords(Texts texts) {
        this.texts = texts;
        this.formats = new Formats(texts.locale());
    }

    /** Returns the line; empty where nothing is known of the asset. */
    public Optional<String> line(Asset asset) {
        Optional<String> body = asset.body().map(text -> text.in(texts.locale()));
        if (body.isPresent()) {
            return body;
        }
        List<String> parts = parts(asset.facts());
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", parts));
    }

    /** Returns all that is known of an asset, a line each. */
    public String all(Asset asset) {
        List<String> lines = new ArrayList<>();
        asset.body().map(text -> text.in(texts.locale())).ifPresent(lines::add);
        asset.body()
                .map(text -> length(asset.kind(), text.in(texts.locale())))
                .ifPresent(lines::add);
        lines.addAll(parts(asset.facts()));
        return String.join("\n", lines);
    }

    /** Returns what a fact is called. */
    public String nameOf(String fact) {
        return new FactNames(texts).called(fact);
    }

    /** Returns how long a text is, as its channel counts. */
    public String length(Asset.Kind kind, String text) {
        TextLength length = TextLength.of(kind, text);
        if (kind == Asset.Kind.SMS_TEMPLATE) {
            return texts.get("asset.length.sms", length.units(), length.most(), length.parts());
        }
        return texts.get("asset.length", text.codePointCount(0, text.length()));
    }

    private List<String> parts(Map<String, String> facts) {
        List<String> parts = new ArrayList<>();
        facts.forEach(
                (name, value) -> {
                    switch (name) {
                        case START -> {
                            if (!facts.containsKey(END)) {
                                parts.add(texts.get("asset.from", day(value)));
                            }
                        }
                        case END -> parts.add(valid(Optional.ofNullable(facts.get(START)), value));
                        case QUIET_FROM ->
                                parts.add(
                                        texts.get(
                                                "asset.quiet",
                                                value,
                                                facts.getOrDefault(QUIET_TO, "?")));
                        case MOST ->
                                parts.add(
                                        texts.get(
                                                "asset.cap",
                                                value,
                                                facts.getOrDefault(PER_DAYS, "?")));
                        case HOLDOUT -> parts.add(texts.get("asset.holdout", value));
                        case QUIET_TO, PER_DAYS -> {
                            // Told with where it begins.
                        }
                        default -> parts.add(texts.get("asset.fact", nameOf(name), value));
                    }
                });
        return parts;
    }

    private String valid(Optional<String> start, String end) {
        return start.map(begin -> texts.get("asset.valid", day(begin), day(end)))
                .orElseGet(() -> texts.get("asset.until", day(end)));
    }

    private String day(String fact) {
        try {
            return formats.day(LocalDate.parse(fact));
        } catch (DateTimeException e) {
            // Facts are free text: what is no day is shown as it was given.
            return fact;
        }
    }
}
