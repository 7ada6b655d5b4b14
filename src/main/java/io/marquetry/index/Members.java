package io.marquetry.index;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.Expressions;
import io.marquetry.index.sets.Block;
import io.marquetry.index.sets.ProfileSet;
import io.marquetry.index.sets.Words;

import java.util.List;

/**
 * Who is in an audience, block by block: the expression with its sets looked up once, because a
 * block takes less time than looking them up. For any number of threads.
 */
public sealed interface Members {

    /**
     * Returns the members of an expression; one that states nothing holds everybody.
     *
     * <p>May block: a condition that nobody has asked for before is asked of the source.
     *
     * @throws io.marquetry.base.ProblemException if it names a tag that is not indexed
     */
    static Members of(MembershipIndex index, AudienceExpression expression) {
        return Expressions.stated(expression)
                .<Members>map(stated -> stated(index, stated))
                .orElseGet(Everybody::new);
    }

    /** Returns the members of expressions. */
    static List<Members> of(MembershipIndex index, List<? extends AudienceExpression> expressions) {
        return expressions.stream().map(expression -> of(index, expression)).toList();
    }

    private static Members stated(MembershipIndex index, AudienceExpression expression) {
        return switch (expression) {
            case Leaf leaf -> new One(index.set(leaf));
            case AllOf all -> new All(stated(index, all.members()));
            case AnyOf any -> new Any(stated(index, any.members()));
            case Except except -> new None(new Any(stated(index, except.members())));
        };
    }

    private static List<Members> stated(
            MembershipIndex index, List<AudienceExpression> expressions) {
        return expressions.stream().map(expression -> stated(index, expression)).toList();
    }

    /** Returns the members of a block, in words of the block. */
    long[] in(Block block);

    /** Keeps in the words of a block who is a member. */
    default void narrow(long[] words, Block block) {
        long[] own = in(block);
        Words.andInto(words, own, block.length());
        block.giveBack(own);
    }

    /** Takes members out of the words of a block. */
    default void takeOut(long[] words, Block block) {
        long[] own = in(block);
        Words.andNotInto(words, own, block.length());
        block.giveBack(own);
    }

    /** Adds the members to the words of a block. */
    default void addTo(long[] words, Block block) {
        long[] own = in(block);
        Words.orInto(words, own, block.length());
        block.giveBack(own);
    }

    /** Those of one set. */
    record One(ProfileSet set) implements Members {

        @Override
        public long[] in(Block block) {
            return block.copyOf(set);
        }

        @Override
        public void narrow(long[] words, Block block) {
            set.andInto(words, block.number());
        }

        @Override
        public void takeOut(long[] words, Block block) {
            set.andNotInto(words, block.number());
        }

        @Override
        public void addTo(long[] words, Block block) {
            set.orInto(words, block.number());
        }
    }

    /** Who is in all of them, one at least. */
    record All(List<Members> members) implements Members {

        @Override
        public long[] in(Block block) {
            long[] words = members.getFirst().in(block);
            for (int i = 1; i < members.size(); i++) {
                members.get(i).narrow(words, block);
            }
            return words;
        }

        @Override
        public void narrow(long[] words, Block block) {
            for (Members member : members) {
                member.narrow(words, block);
            }
        }
    }

    /** Who is in one of them or more, one at least. */
    record Any(List<Members> members) implements Members {

        @Override
        public long[] in(Block block) {
            long[] words = members.getFirst().in(block);
            for (int i = 1; i < members.size(); i++) {
                members.get(i).addTo(words, block);
            }
            return words;
        }

        @Override
        public void takeOut(long[] words, Block block) {
            for (Members member : members) {
                member.takeOut(words, block);
            }
        }

        @Override
        public void addTo(long[] words, Block block) {
            for (Members member : members) {
                member.addTo(words, block);
            }
        }
    }

    /** Who is in none of them. */
    record None(Any of) implements Members {

        @Override
        public long[] in(Block block) {
            long[] words = of.in(block);
            block.complement(words);
            return words;
        }

        @Override
        public void narrow(long[] words, Block block) {
            of.takeOut(words, block);
        }

        @Override
        public void takeOut(long[] words, Block block) {
            of.narrow(words, block);
        }
    }

    /** All profiles. */
    record Everybody() implements Members {

        @Override
        public long[] in(Block block) {
            return block.everybody();
        }

        @Override
        public void narrow(long[] words, Block block) {
            // Nobody leaves.
        }
    }
}
