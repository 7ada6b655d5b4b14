package io.marquetry.pack;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.Expressions;
import io.marquetry.audience.SourceName;
import io.marquetry.base.LocalizedText;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagKey;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is composed: who gets what, reads what, and how it is delivered.
 *
 * @param source whose profiles are addressed
 * @param audience the outermost group
 */
public record AssetPackage(
        PackageKey key,
        LocalizedText name,
        SourceName source,
        AllOf audience,
        List<TagKey> benefits,
        List<TagKey> contents,
        List<TagKey> rules) {

    /** Copies the lists. */
    public AssetPackage {
        benefits = List.copyOf(benefits);
        contents = List.copyOf(contents);
        rules = List.copyOf(rules);
    }

    /** Makes a package with nothing in it. */
    public static AssetPackage empty(PackageKey key, LocalizedText name, SourceName source) {
        return new AssetPackage(
                key, name, source, new AllOf(List.of()), List.of(), List.of(), List.of());
    }

    /** Returns the tags of a zone other than the audience, in order. */
    public List<TagKey> zone(Category zone) {
        return switch (zone) {
            case AUDIENCE -> throw new IllegalArgumentException("the audience is no list");
            case BENEFIT -> benefits;
            case CONTENT -> contents;
            case RULE -> rules;
        };
    }

    /** Returns this package with the tags of a zone replaced. */
    public AssetPackage withZone(Category zone, List<TagKey> tags) {
        return switch (zone) {
            case AUDIENCE -> throw new IllegalArgumentException("the audience is no list");
            case BENEFIT -> new AssetPackage(key, name, source, audience, tags, contents, rules);
            case CONTENT -> new AssetPackage(key, name, source, audience, benefits, tags, rules);
            case RULE -> new AssetPackage(key, name, source, audience, benefits, contents, tags);
        };
    }

    /** Returns whether the audience has just this at a place. */
    public boolean holds(NodePath path, AudienceExpression node) {
        return EditPlaces.node(this, path).filter(node::equals).isPresent();
    }

    /** Returns this package with another audience. */
    public AssetPackage withAudience(AllOf other) {
        return new AssetPackage(key, name, source, other, benefits, contents, rules);
    }

    /** Returns this package with another name. */
    public AssetPackage withName(LocalizedText other) {
        return new AssetPackage(key, other, source, audience, benefits, contents, rules);
    }

    /** Returns this package for another source. */
    public AssetPackage withSource(SourceName other) {
        return new AssetPackage(key, name, other, audience, benefits, contents, rules);
    }

    /** Returns a package like this one with a key and a name of its own. */
    public AssetPackage copy(PackageKey otherKey, LocalizedText otherName) {
        return new AssetPackage(otherKey, otherName, source, audience, benefits, contents, rules);
    }

    /** Returns all tags that are named, in order of first appearance. */
    public Set<TagKey> tags() {
        Set<TagKey> all = new LinkedHashSet<>(Expressions.tagsIn(audience));
        all.addAll(benefits);
        all.addAll(contents);
        all.addAll(rules);
        return all;
    }
}
