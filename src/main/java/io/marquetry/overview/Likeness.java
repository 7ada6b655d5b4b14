package io.marquetry.overview;

import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.Expressions;
import io.marquetry.pack.AssetPackage;
import io.marquetry.tag.Category;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * How alike two packages are: for audience, benefits, content and rules the share of what both name
 * in what either names (P. Jaccard, New Phytologist 11 (1912) 37-50), weighed by how much each says
 * of an effect. Nobody is counted for it.
 */
final class Likeness {

    private static final double AUDIENCE = 0.4;
    private static final double BENEFIT = 0.3;
    private static final double CONTENT = 0.2;
    private static final double RULE = 0.1;

    private Likeness() {}

    static double of(AssetPackage one, AssetPackage other) {
        Set<Leaf> who = Expressions.leavesIn(one.audience());
        return AUDIENCE * shared(who, Expressions.leavesIn(other.audience()))
                + BENEFIT * shared(one.zone(Category.BENEFIT), other.zone(Category.BENEFIT))
                + CONTENT * shared(one.zone(Category.CONTENT), other.zone(Category.CONTENT))
                + RULE * shared(one.zone(Category.RULE), other.zone(Category.RULE));
    }

    private static double shared(Collection<?> one, Collection<?> other) {
        Set<Object> either = new HashSet<>(one);
        either.addAll(other);
        Set<Object> both = new HashSet<>(one);
        both.retainAll(other);
        return either.isEmpty() ? 0 : (double) both.size() / either.size();
    }
}
