package io.marquetry.audience;

import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import java.util.List;

/**
 * Boolean composition of audience tags and conditions. Each expression is a set of profiles:
 *
 * <ul>
 *   <li>a tag: who carries it;
 *   <li>a {@link Condition}: who satisfies it;
 *   <li>{@link AllOf}: who is in every member;
 *   <li>{@link AnyOf}: who is in one member at least;
 *   <li>{@link Except}: everybody but those who are in one of its members. It is the set
 *       difference, so a profile whose value is missing stays, unlike under SQL's NOT.
 * </ul>
 *
 * <p>A group without members states nothing: it is left out of the group that holds it. An
 * expression that states nothing at all means everybody.
 */
public sealed interface AudienceExpression {

    /** Deepest nesting of groups that is accepted. */
    int MAX_DEPTH = 50;

    /** A row of the audience that holds no others. */
    sealed interface Leaf extends AudienceExpression {}

    /** Who carries the tag. */
    record TagRef(TagKey tag) implements Leaf {}

    /** Who satisfies a test of one attribute, without a tag for it. */
    record Condition(TagRule.OnField rule) implements Leaf {}

    /** A group of expressions. */
    sealed interface Group extends AudienceExpression {

        /** Returns the members in the order in which they are shown. */
        List<AudienceExpression> members();

        /** Returns how the members are joined. */
        GroupKind kind();

        /** Returns a group of the same kind with other members. */
        default Group withMembers(List<AudienceExpression> members) {
            return kind().group(members);
        }
    }

    /** Who is in every member. */
    record AllOf(List<AudienceExpression> members) implements Group {
        /** Copies the members. */
        public AllOf {
            members = List.copyOf(members);
        }

        @Override
        public GroupKind kind() {
            return GroupKind.ALL_OF;
        }
    }

    /** Who is in one member at least. */
    record AnyOf(List<AudienceExpression> members) implements Group {
        /** Copies the members. */
        public AnyOf {
            members = List.copyOf(members);
        }

        @Override
        public GroupKind kind() {
            return GroupKind.ANY_OF;
        }
    }

    /** Everybody but those who are in one member or more. */
    record Except(List<AudienceExpression> members) implements Group {
        /** Copies the members. */
        public Except {
            members = List.copyOf(members);
        }

        @Override
        public GroupKind kind() {
            return GroupKind.EXCEPT;
        }
    }

    /** The three ways to join. */
    enum GroupKind {
        ALL_OF,
        ANY_OF,
        EXCEPT;

        /** Returns a group of this kind. */
        public Group group(List<AudienceExpression> members) {
            return switch (this) {
                case ALL_OF -> new AllOf(members);
                case ANY_OF -> new AnyOf(members);
                case EXCEPT -> new Except(members);
            };
        }
    }
}
