package io.marquetry.ui.common.look;

import io.marquetry.tag.Category;

/** The CSS class and the word of a category. */
public final class CategoryStyle {

    private CategoryStyle() {}

    /** Returns the class that sets {@code -mq-category} to the category's accent. */
    public static String cssClass(Category category) {
        return switch (category) {
            case AUDIENCE -> "category-audience";
            case BENEFIT -> "category-benefit";
            case CONTENT -> "category-content";
            case RULE -> "category-rule";
        };
    }

    /** Returns the key of the category's name in the bundles. */
    public static String nameKey(Category category) {
        return switch (category) {
            case AUDIENCE -> "category.audience";
            case BENEFIT -> "category.benefit";
            case CONTENT -> "category.content";
            case RULE -> "category.rule";
        };
    }
}
