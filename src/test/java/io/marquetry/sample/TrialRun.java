package io.marquetry.sample;

import io.marquetry.base.CancelSignal;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.PackageRef;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.Workspace;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;

/** An invented run of a package that works, for tests that need something to have gone out. */
public final class TrialRun {

    private static final int PEOPLE = 3_000;

    private TrialRun() {}

    /**
     * Imports what became of 3,000 people, a third of them held out; 5 % of those convert, and 12 %
     * of the others.
     *
     * @return how many of those who got it converted
     */
    public static long add(Workspace workspace, PackageKey key, String name, long seed) {
        Random random = new Random(seed);
        StringBuilder rows = new StringBuilder(SampleTrial.HEADING);
        long converted = 0;
        for (int i = 0; i < PEOPLE; i++) {
            boolean sent = i % 3 != 0;
            boolean bought = random.nextDouble() < (sent ? 0.12 : 0.05);
            converted += sent && bought ? 1 : 0;
            rows.append("P")
                    .append(i)
                    .append(",one,")
                    .append(sent ? "sent" : SampleTrial.CONTROL)
                    .append(",mail,basic,2026-10-01,")
                    .append(sent ? 1 : 0)
                    .append(',')
                    .append(bought ? "1,1,20.00," : "0,0,0.00,")
                    .append(sent ? "0.10" : "0.00")
                    .append('\n');
        }
        SampleTrial.add(
                workspace.outcomes().intake(),
                rows.toString(),
                new OutcomeName(name),
                name,
                Map.of("one", new PackageRef(key, OptionalInt.of(1))),
                new CancelSignal());
        return converted;
    }
}
