package io.marquetry.ui.compose;

import io.marquetry.audience.MembershipReader;
import io.marquetry.audience.Snapshot;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** A source of 64,000 people, of whom the first 10,000 satisfy every rule, or what a test says. */
public final class SteeredMembers implements MembershipReader {

    public String content = "00";
    public LocalDate today = LocalDate.of(2026, 11, 23);
    public int carriers = 10_000;
    public int asked;
    public Optional<Problem> fails = Optional.empty();
    public Optional<Problem> misfit = Optional.empty();
    public Runnable whileReading = () -> {};

    @Override
    public Snapshot snapshot() {
        fails.ifPresent(
                problem -> {
                    throw problem.asException();
                });
        return new Snapshot(Shelf.SOURCE, content, Shelf.NOON, today);
    }

    @Override
    public long profiles() {
        return SteeredReader.PROFILES;
    }

    @Override
    public Optional<Problem> misfit(TagRule rule, TagCatalog tags) {
        return misfit;
    }

    @Override
    public List<long[]> memberships(
            List<TagRule> rules, TagCatalog tags, LongConsumer read, CancelSignal signal) {
        asked += rules.size();
        read.accept(profiles() / 2);
        whileReading.run();
        signal.check();
        List<long[]> sets = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            long[] words = new long[(int) ((profiles() + 63) / 64)];
            for (int ordinal = 0; ordinal < carriers; ordinal++) {
                words[ordinal >>> 6] |= 1L << ordinal;
            }
            sets.add(words);
        }
        return sets;
    }

    @Override
    public boolean hasOrdinals() {
        return true;
    }

    @Override
    public void keys(Consumer<String> each, CancelSignal signal) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OptionalLong ordinal(String key, CancelSignal signal) {
        return key.equals("somebody") ? OptionalLong.of(7) : OptionalLong.empty();
    }
}
