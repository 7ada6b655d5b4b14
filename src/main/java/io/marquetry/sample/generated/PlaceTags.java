package io.marquetry.sample.generated;

import static io.marquetry.sample.generated.Conditions.is;
import static io.marquetry.sample.generated.Conditions.missing;
import static io.marquetry.sample.generated.Conditions.oneOf;

import io.marquetry.tag.TagRule;

import java.util.List;
import java.util.Locale;

/** Tags on where customers live and shop. */
final class PlaceTags {

    private final TagList tags;

    PlaceTags(TagList tags) {
        this.tags = tags;
    }

    void add() {
        tags.topic("City", "城市");
        for (City city : City.ALL) {
            tags.add(
                    "city", city.keyPart(), english(city), chinese(city), is("city", city.value()));
        }
        tags.add("city", "unknown", "City unknown", "城市未知", missing("city"));
        for (int tier = 1; tier <= 3; tier++) {
            int wanted = tier;
            tags.add(
                    "city",
                    "tier" + tier,
                    "Cities of tier " + tier,
                    List.of("一线城市", "新一线城市", "其他城市").get(tier - 1),
                    cities(City.ALL.stream().filter(city -> city.tier() == wanted).toList()));
        }
        tags.topic("Region", "地区");
        for (City.Region region : City.Region.values()) {
            tags.add(
                    "region",
                    region.name().toLowerCase(Locale.ROOT),
                    region.title().in(Locale.ENGLISH),
                    region.title().in(Locale.SIMPLIFIED_CHINESE),
                    cities(City.ALL.stream().filter(city -> city.region() == region).toList()));
        }
        stores();
    }

    private void stores() {
        tags.topic("Home store", "常去门店");
        tags.add("store", "none", "No home store", "无常去门店", missing("home_store"));
        for (int number : new int[] {1, 2, 3, 10, 50, 100, 150, 200, 230, 240}) {
            tags.add(
                    "store",
                    "number" + number,
                    "Store number " + number + " of any city",
                    "各城市第 " + number + " 店",
                    new TagRule.Match(
                            "home_store", TagRule.Part.ENDS_WITH, "-%04d".formatted(number)));
        }
        for (City city : City.ALL) {
            for (String store : city.stores()) {
                tags.add(
                        "store",
                        store.toLowerCase(Locale.ROOT).replace("-", ""),
                        english(city) + " store " + store.substring(store.length() - 4),
                        chinese(city) + " " + store.substring(store.length() - 4) + " 店",
                        is("home_store", store));
            }
        }
    }

    private static TagRule cities(List<City> cities) {
        return oneOf("city", cities.stream().map(City::value).toList());
    }

    static String english(City city) {
        return city.name().in(Locale.ENGLISH);
    }

    static String chinese(City city) {
        return city.name().in(Locale.SIMPLIFIED_CHINESE);
    }
}
