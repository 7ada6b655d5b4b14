package io.marquetry.index;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.base.CancelSignal;
import io.marquetry.index.sets.Words;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Makes and refreshes an index, until it is killed or once. */
final class IndexingChild {

    private static final PrintStream OUT = System.out;
    private static final int PROFILES = 70_000;
    private static final int TAGS = 25;
    private static final int CONTENTS = 3;

    private IndexingChild() {}

    /** Does one of the tasks: once or forever. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "once" -> {
                MembershipIndex index = build(folder, source(0));
                check(index, source(0));
                say("right");
                say(index.isOnDisk() ? "on disk" : "not on disk");
            }
            case "forever" -> forever(folder);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** Reads the index that the process left and holds every number against the truth. */
    static void check(Path folder) {
        for (int content = 0; content < CONTENTS; content++) {
            InventedSource source = source(content);
            check(build(folder, source), source);
        }
    }

    /** Returns whether some sets of a content are there and others are not. */
    static boolean isHalfWritten(Path folder) throws IOException {
        return written(folder) > 0;
    }

    /** Waits until so many sets of a content are there, or more, but not all. */
    static void awaitWritten(Path folder, int sets) throws IOException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (written(folder) < sets) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no " + sets + " sets are there");
            }
        }
    }

    private static long written(Path folder) throws IOException {
        Path sets = folder.resolve("index").resolve(InventedSource.NAME.value());
        if (!Files.isDirectory(sets)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(sets)) {
            return files.filter(f -> f.toString().endsWith(".set")).count() % TAGS;
        }
    }

    private static void forever(Path folder) {
        for (int round = 0; ; round++) {
            InventedSource source = source(round % CONTENTS);
            source.whileRead(() -> say("read"));
            AudienceIndexes indexes = new AudienceIndexes(folder, name -> source);
            indexes.index(InventedSource.NAME, tags(), done -> {}, new CancelSignal());
            source.changeTo("content " + (round + 1) % CONTENTS);
            indexes.refresh(InventedSource.NAME, tags(), done -> {}, new CancelSignal());
        }
    }

    private static MembershipIndex build(Path folder, InventedSource source) {
        return new AudienceIndexes(folder, name -> source)
                .index(InventedSource.NAME, tags(), done -> {}, new CancelSignal());
    }

    private static void check(MembershipIndex index, InventedSource source) {
        for (TagKey tag : index.tags()) {
            long expected = source.members(tags().rule(tag));
            if (index.size(tag) != expected) {
                throw new AssertionError(tag + " has " + index.size(tag) + ", not " + expected);
            }
        }
        // Sizes are right in any order; who is in two is not.
        for (int t = 1; t < TAGS; t++) {
            List<AudienceExpression> both = List.of(ref(t - 1), ref(t));
            long expected =
                    Words.countAnd(words(source, t - 1), words(source, t), Words.length(PROFILES));
            if (index.count(new AllOf(both)) != expected) {
                throw new AssertionError("not " + expected + " in " + both);
            }
        }
    }

    private static TagRef ref(int number) {
        return new TagRef(InventedSource.key(number));
    }

    private static long[] words(InventedSource source, int number) {
        return source.words(tags().rule(InventedSource.key(number)));
    }

    private static TagCatalog tags() {
        return InventedSource.tags(TAGS);
    }

    private static InventedSource source(int content) {
        return InventedSource.ofPeople("content " + content, PROFILES);
    }

    private static void say(Object word) {
        OUT.println(word);
        OUT.flush();
    }
}
