package io.marquetry.govern.dictionary;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.Revision;
import io.marquetry.govern.Care;
import io.marquetry.govern.GovernedTag;
import io.marquetry.govern.LifeState;
import io.marquetry.handoff.TagRuleJson;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads one row as a tag: what the file does not say stays as it is. */
final class DictionaryRow {

    private static final int MAX_TEXT = 4_000;

    private final DictionaryFile.Row row;
    private final Optional<GovernedTag> before;

    DictionaryRow(DictionaryFile.Row row, Optional<GovernedTag> before) {
        this.row = row;
        this.before = before;
    }

    /**
     * Returns the tag as the row says it.
     *
     * @throws io.marquetry.base.ProblemException if a cell cannot be read
     */
    GovernedTag tag() {
        TagKey key = TagKey.parse(row.cell(DictionaryColumn.KEY).orElse(""));
        Category category = category();
        Optional<TagRule> rule = rule();
        Optional<AssetKey> asset = asset();
        boolean audience = category == Category.AUDIENCE;
        if (audience && rule.isEmpty()) {
            throw Problem.of("problem.json.audienceWithoutRule", key.value()).asException();
        }
        if (!audience && rule.isPresent()) {
            throw Problem.of("problem.json.ruleOnOther", key.value()).asException();
        }
        if (audience && asset.isPresent()) {
            throw Problem.of("problem.json.audienceWithAsset", key.value()).asException();
        }
        Tag tag =
                new Tag(
                        key,
                        category,
                        needed(DictionaryColumn.NAME_EN, DictionaryColumn.NAME_ZH, Tag::name),
                        needed(DictionaryColumn.TOPIC_EN, DictionaryColumn.TOPIC_ZH, Tag::topic),
                        words(
                                DictionaryColumn.DESCRIPTION_EN,
                                DictionaryColumn.DESCRIPTION_ZH,
                                before.flatMap(b -> b.tag().description())),
                        rule,
                        asset);
        return new GovernedTag(
                tag, care(), before.map(GovernedTag::revision).orElse(Revision.NONE));
    }

    private Category category() {
        Optional<Category> known = before.map(b -> b.tag().category());
        Optional<Category> said =
                text(DictionaryColumn.CATEGORY)
                        .map(word -> word(DictionaryColumn.CATEGORY, word, Category.class));
        if (known.isPresent() && said.isPresent() && known.get() != said.get()) {
            throw Problem.of(
                            "problem.dictionary.category",
                            row.cell(DictionaryColumn.KEY).orElse(""),
                            Problem.of("problem.category." + known.get()))
                    .asException();
        }
        return said.or(() -> known)
                .orElseThrow(() -> missing(DictionaryColumn.CATEGORY).asException());
    }

    private Optional<TagRule> rule() {
        if (row.cell(DictionaryColumn.RULE).isEmpty()) {
            return before.flatMap(b -> b.tag().rule());
        }
        return text(DictionaryColumn.RULE)
                .map(json -> TagRuleJson.read(JsonView.of(StrictJson.read(json))));
    }

    private Optional<AssetKey> asset() {
        if (row.cell(DictionaryColumn.ASSET).isEmpty()) {
            return before.flatMap(b -> b.tag().asset());
        }
        return text(DictionaryColumn.ASSET).map(AssetKey::parse);
    }

    private Care care() {
        Care known = before.map(GovernedTag::care).orElse(Care.NONE);
        LifeState state =
                text(DictionaryColumn.STATE)
                        .map(word -> word(DictionaryColumn.STATE, word, LifeState.class))
                        .orElse(known.state());
        Optional<LocalDate> from = day(DictionaryColumn.VALID_FROM, known.validFrom());
        Optional<LocalDate> until = day(DictionaryColumn.VALID_UNTIL, known.validUntil());
        if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
            throw Problem.of(
                            "problem.govern.validity",
                            from.get().toString(),
                            until.map(LocalDate::toString).orElse(""))
                    .asException();
        }
        Optional<String> successor =
                said(DictionaryColumn.SUCCESSOR, known.successor())
                        .map(TagKey::parse)
                        .map(TagKey::value);
        return new Care(
                state,
                name(DictionaryColumn.OWNER, known.owner()),
                name(DictionaryColumn.TEAM, known.team()),
                from,
                until,
                successor,
                said(DictionaryColumn.REASON, known.reason()),
                words(
                        DictionaryColumn.SCENARIO_EN,
                        DictionaryColumn.SCENARIO_ZH,
                        known.scenario()));
    }

    private Optional<String> name(DictionaryColumn column, Optional<String> known) {
        Optional<String> name = said(column, known);
        name.filter(text -> text.length() > Care.MAX_NAME)
                .ifPresent(
                        text -> {
                            throw Problem.of(
                                            "problem.govern.name",
                                            text.substring(0, 40) + "…",
                                            Care.MAX_NAME)
                                    .asException();
                        });
        return name;
    }

    private Optional<LocalDate> day(DictionaryColumn column, Optional<LocalDate> known) {
        if (row.cell(column).isEmpty()) {
            return known;
        }
        return text(column)
                .map(
                        text -> {
                            try {
                                return LocalDate.parse(text);
                            } catch (DateTimeException e) {
                                throw Problem.of(
                                                "problem.dictionary.day",
                                                column.title(),
                                                shown(text))
                                        .asException(e);
                            }
                        });
    }

    private LocalizedText needed(
            DictionaryColumn english, DictionaryColumn chinese, Function<Tag, LocalizedText> of) {
        return words(english, chinese, before.map(b -> of.apply(b.tag())))
                .orElseThrow(() -> missing(english).asException());
    }

    /** Languages that the file does not have stay; a blank takes one away. */
    private Optional<LocalizedText> words(
            DictionaryColumn english, DictionaryColumn chinese, Optional<LocalizedText> known) {
        TreeMap<String, String> words =
                new TreeMap<>(known.map(LocalizedText::byLanguage).orElseGet(TreeMap::new));
        put(words, "en", english);
        put(words, "zh", chinese);
        return words.isEmpty() ? Optional.empty() : Optional.of(new LocalizedText(words));
    }

    private void put(TreeMap<String, String> words, String language, DictionaryColumn column) {
        if (row.cell(column).isPresent()) {
            text(column)
                    .ifPresentOrElse(
                            text -> words.put(language, text), () -> words.remove(language));
        }
    }

    private Optional<String> said(DictionaryColumn column, Optional<String> known) {
        return row.cell(column).isEmpty() ? known : text(column);
    }

    private Optional<String> text(DictionaryColumn column) {
        Optional<String> text = row.cell(column).map(String::strip).filter(cell -> !cell.isEmpty());
        if (column != DictionaryColumn.RULE
                && text.filter(t -> t.length() > MAX_TEXT).isPresent()) {
            throw Problem.of("problem.dictionary.textTooLong", column.title(), MAX_TEXT)
                    .asException();
        }
        return text;
    }

    private static <E extends Enum<E>> E word(
            DictionaryColumn column, String said, Class<E> words) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(said.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.of(
                                                "problem.dictionary.word",
                                                column.title(),
                                                shown(said),
                                                Arrays.stream(words.getEnumConstants())
                                                        .map(Enum::name)
                                                        .reduce((a, b) -> a + ", " + b)
                                                        .orElse(""))
                                        .asException());
    }

    private Problem missing(DictionaryColumn column) {
        return Problem.of(
                "problem.dictionary.missing",
                row.cell(DictionaryColumn.KEY).orElse(""),
                column.title());
    }

    private static String shown(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
