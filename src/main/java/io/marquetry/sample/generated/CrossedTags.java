package io.marquetry.sample.generated;

import static io.marquetry.sample.generated.Conditions.all;
import static io.marquetry.sample.generated.Conditions.between;
import static io.marquetry.sample.generated.Conditions.is;

import io.marquetry.tag.Comparison;
import io.marquetry.tag.Window;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/**
 * Tags on two things at once, made for large palettes: cities by something, categories by month.
 */
final class CrossedTags {

    private static final YearMonth FIRST_MONTH = YearMonth.of(2025, 1);
    private static final int MONTHS = 12;

    private final TagList tags;

    CrossedTags(TagList tags) {
        this.tags = tags;
    }

    void add() {
        levelsOfCities();
        agesOfCities();
        channelsOfCities();
        categoriesOfMonths();
    }

    private void levelsOfCities() {
        tags.topic("City and level", "城市与等级");
        for (City city : City.ALL) {
            for (Word level : Vocabulary.LEVELS.subList(1, Vocabulary.LEVELS.size())) {
                tags.add(
                        "citylevel",
                        city.keyPart() + level.keyPart(),
                        PlaceTags.english(city)
                                + ", "
                                + CustomerTags.english(level).toLowerCase(Locale.ROOT),
                        PlaceTags.chinese(city) + CustomerTags.chinese(level),
                        all(is("city", city.value()), is("level", level.value())));
            }
        }
    }

    private void agesOfCities() {
        tags.topic("City and age", "城市与年龄");
        for (City city : City.ALL) {
            for (int[] band : CustomerTags.AGES) {
                tags.add(
                        "cityage",
                        city.keyPart() + band[0] + "to" + band[1],
                        PlaceTags.english(city) + ", " + band[0] + " to " + band[1],
                        PlaceTags.chinese(city) + " " + band[0] + "–" + band[1] + " 岁",
                        all(is("city", city.value()), between("age", "" + band[0], "" + band[1])));
            }
        }
    }

    private void channelsOfCities() {
        tags.topic("City and channel", "城市与渠道");
        for (City city : City.ALL) {
            for (Word channel : Vocabulary.CHANNELS) {
                tags.add(
                        "citychannel",
                        city.keyPart() + channel.keyPart(),
                        PlaceTags.english(city)
                                + ", by "
                                + CustomerTags.english(channel).toLowerCase(Locale.ROOT),
                        PlaceTags.chinese(city) + " " + CustomerTags.chinese(channel),
                        all(is("city", city.value()), is("channel", channel.value())));
            }
        }
    }

    private void categoriesOfMonths() {
        tags.topic("Category by month", "品类月度");
        for (Word category : Vocabulary.CATEGORIES) {
            for (int months = 0; months < MONTHS; months++) {
                YearMonth month = FIRST_MONTH.plusMonths(months);
                tags.add(
                        "bought" + category.keyPart(),
                        month.toString().replace("-", ""),
                        CustomerTags.english(category) + " in " + month,
                        month + " " + CustomerTags.chinese(category),
                        Conditions.count(
                                new Window.Days(month.atDay(1), month.atEndOfMonth()),
                                Optional.of(is("category", category.value())),
                                Comparison.AT_LEAST,
                                1));
            }
        }
    }
}
