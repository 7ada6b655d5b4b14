package io.marquetry.launch;

import io.marquetry.ui.common.look.Theme;

import java.util.List;
import java.util.Locale;

/** The pictures of {@code docs/images/tour.md}, and of which sights they are. */
final class TourPage {

    private TourPage() {}

    /**
     * One picture of the page.
     *
     * @param picture its file beside the page
     * @param sight what it shows
     */
    record Stop(String picture, String sight, Theme theme, Locale language) {}

    /** Returns the pictures in the order of the page. */
    static List<Stop> stops() {
        return List.of(
                new Stop("compose-light.png", "compose", Theme.LIGHT, Locale.ENGLISH),
                new Stop("compose-dark-zh.png", "compose", Theme.DARK, Locale.SIMPLIFIED_CHINESE),
                byDay("combinations-light.png", "compose-combinations"),
                byDay("compose-export.png", "compose-export"),
                byDay("import-columns.png", "import-columns"),
                byDay("tags-proposed.png", "tags-proposed"),
                byDay("tag-events.png", "tag-events"),
                byDay("review.png", "review"),
                byDay("review-figures.png", "review-figures"),
                byDay("search.png", "search"));
    }

    private static Stop byDay(String picture, String sight) {
        return new Stop(picture, sight, Theme.LIGHT, Locale.ENGLISH);
    }
}
