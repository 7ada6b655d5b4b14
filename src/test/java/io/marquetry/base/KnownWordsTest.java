package io.marquetry.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;
import java.util.Optional;

class KnownWordsTest {

    private final Texts english = Texts.in(Locale.ENGLISH);
    private final Texts chinese = Texts.in(Locale.SIMPLIFIED_CHINESE);

    @ParameterizedTest
    @CsvSource({
        "custom_city, City, 城市",
        "CITY, City, 城市",
        "userAge, Age, 年龄",
        "customer.gender, Gender, 性别",
        "job, Job, 职业",
        "zip_code, Zip code, 邮编",
        "lastPurchaseDate, Last purchase, 最近购买日期",
        "birth_date, Date of birth, 出生日期",
        "城市, City, 城市",
        "phone 2, Phone 2, 电话2",
        "order_city, Order city, 订单城市",
        "user_id, ID, 编号",
        "user, user, user",
        "shoe_rack, shoe_rack, shoe_rack",
        "city_of_shoes, city_of_shoes, city_of_shoes",
    })
    void namesOfKnownWordsAreReadInBothLanguages(String name, String inEnglish, String inChinese) {
        assertThat(english.field(name)).isEqualTo(inEnglish);
        assertThat(chinese.field(name)).isEqualTo(inChinese);
    }

    @Test
    void eventsStandInTheMiddleOfSentences() {
        assertThat(english.events("Purchases")).isEqualTo("purchases");
        assertThat(chinese.events("purchases")).isEqualTo("购买");
        assertThat(english.events("odd-things")).isEqualTo("odd-things");
    }

    @Test
    void whatPeopleSayGoesBeforeWhatIsUsual() {
        Texts said =
                english.calling(
                        (what, language) ->
                                what.name().equals("city")
                                        ? Optional.of("Town")
                                        : Optional.empty());
        assertThat(said.field("city")).isEqualTo("Town");
        assertThat(said.usuallyCalled(new FieldName.OfProfiles("city"))).isEqualTo("City");
        assertThat(said.alsoIn(Locale.SIMPLIFIED_CHINESE).field("city")).isEqualTo("Town");
    }
}
