package io.marquetry.govern.dictionary;

import io.marquetry.base.LocalizedText;
import io.marquetry.govern.Care;
import io.marquetry.govern.GovernedTag;
import io.marquetry.handoff.TagRuleJson;
import io.marquetry.json.CanonicalJson;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What stands in a column of the table of tags. */
public enum DictionaryColumn {
    /** The key; the only one that a file has to have. */
    KEY,
    /** AUDIENCE, BENEFIT, CONTENT or RULE. */
    CATEGORY,
    /** What people call it, in English. */
    NAME_EN,
    /** The same in Chinese. */
    NAME_ZH,
    /** The heading it stands under, in English. */
    TOPIC_EN,
    /** The same in Chinese. */
    TOPIC_ZH,
    /** What more there is to say, in English. */
    DESCRIPTION_EN,
    /** The same in Chinese. */
    DESCRIPTION_ZH,
    /** What it is used for, in English. */
    SCENARIO_EN,
    /** The same in Chinese. */
    SCENARIO_ZH,
    /** Who answers for it. */
    OWNER,
    /** The people around the owner. */
    TEAM,
    /** DRAFT, ACTIVE, DEPRECATED or RETIRED. */
    STATE,
    /** The first day of use, as 2026-12-01. */
    VALID_FROM,
    /** The last day of use. */
    VALID_UNTIL,
    /** The key to take instead. */
    SUCCESSOR,
    /** Why it is over. */
    REASON,
    /** The rule of an audience tag, as JSON. */
    RULE,
    /** The key of the asset that it stands for. */
    ASSET;

    /** Returns what the column is called in a file. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the column that is called so, whatever the letters' case. */
    static Optional<DictionaryColumn> called(String title) {
        String wanted = title.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
        return Arrays.stream(values()).filter(column -> column.name().equals(wanted)).findFirst();
    }

    /** Returns what a tag says in this column; empty where it says nothing. */
    String of(GovernedTag governed) {
        Care care = governed.care();
        return switch (this) {
            case KEY -> governed.key().value();
            case CATEGORY -> governed.tag().category().name();
            case NAME_EN -> english(Optional.of(governed.tag().name()));
            case NAME_ZH -> chinese(Optional.of(governed.tag().name()));
            case TOPIC_EN -> english(Optional.of(governed.tag().topic()));
            case TOPIC_ZH -> chinese(Optional.of(governed.tag().topic()));
            case DESCRIPTION_EN -> english(governed.tag().description());
            case DESCRIPTION_ZH -> chinese(governed.tag().description());
            case SCENARIO_EN -> english(care.scenario());
            case SCENARIO_ZH -> chinese(care.scenario());
            case OWNER -> care.owner().orElse("");
            case TEAM -> care.team().orElse("");
            case STATE -> care.state().name();
            case VALID_FROM -> care.validFrom().map(LocalDate::toString).orElse("");
            case VALID_UNTIL -> care.validUntil().map(LocalDate::toString).orElse("");
            case SUCCESSOR -> care.successor().orElse("");
            case REASON -> care.reason().orElse("");
            case RULE ->
                    governed.tag()
                            .rule()
                            .map(rule -> CanonicalJson.write(TagRuleJson.write(rule)))
                            .orElse("");
            case ASSET -> governed.tag().asset().map(asset -> asset.value()).orElse("");
        };
    }

    private static String english(Optional<LocalizedText> text) {
        return in(text, "en");
    }

    private static String chinese(Optional<LocalizedText> text) {
        return in(text, "zh");
    }

    private static String in(Optional<LocalizedText> text, String language) {
        return text.flatMap(t -> Optional.ofNullable(t.byLanguage().get(language))).orElse("");
    }
}
