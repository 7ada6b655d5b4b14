package io.marquetry.store.file;

import io.marquetry.asset.Asset;
import io.marquetry.asset.MadePictures;
import io.marquetry.asset.PictureFile;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Revision;
import io.marquetry.govern.Care;
import io.marquetry.govern.GovernedAsset;
import io.marquetry.pack.Drafts;
import io.marquetry.store.Examples;
import io.marquetry.store.Store;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Works in a workspace until it is killed; prints a number when that save was acknowledged. */
final class SavingChild {

    private static final PrintStream OUT = System.out;

    private SavingChild() {}

    /** Does one of the tasks: hold, save, cycle, fill or pictures. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "hold" -> hold(folder);
            case "save" -> save(folder);
            case "cycle" -> cycle(folder);
            case "fill" -> fill(folder);
            case "pictures" -> pictures(folder);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void hold(Path folder) throws IOException {
        try (Store workspace = Store.open(folder, Clock.systemUTC())) {
            say(workspace.folder());
            int ignored = System.in.read();
        }
    }

    // One connection saves a version, which nothing replaces, and a draft, which grows.
    private static void save(Path folder) {
        try (Store workspace = Store.open(folder, Clock.systemUTC())) {
            for (int n = next(workspace); ; n++) {
                work(workspace, n);
                say(n);
                // As fast as several people would save, so that a long run fills no disk.
                LockSupport.parkNanos(2_000_000);
            }
        }
    }

    // Is killed while opening, backing up, writing anew and closing, too.
    private static void cycle(Path folder) {
        Upkeep busy = new Upkeep(2, 100_000);
        while (true) {
            try (Store workspace = Store.open(folder, Clock.systemUTC(), busy)) {
                for (int i = 0; i < 4; i++) {
                    int n = next(workspace);
                    work(workspace, n);
                    say(n);
                }
            }
        }
    }

    private static void fill(Path folder) {
        try (Store workspace = Store.open(folder, Clock.systemUTC())) {
            for (int n = next(workspace); ; n++) {
                work(workspace, n);
                say(n);
            }
        } catch (ProblemException e) {
            say(e.problem().key());
        }
    }

    private static void pictures(Path folder) {
        try (Store workspace = Store.open(folder, Clock.systemUTC())) {
            for (int n = workspace.assets().assets().size() + 1; ; n++) {
                PictureFile file = PictureFile.of("made", MadePictures.png(n));
                Asset asset = Examples.coupon("coupon_" + n).with(List.of(file.picture()));
                workspace
                        .assetCares()
                        .save(
                                List.of(new GovernedAsset(asset, Care.NONE, Revision.NONE)),
                                List.of(file));
                say(n);
            }
        }
    }

    /** Returns the number after the last version. */
    static int next(Store workspace) {
        return workspace.packages().versionCount(Examples.SPRING) + 1;
    }

    private static void work(Store workspace, int n) {
        Drafts.put(workspace.packages(), Examples.draft(Examples.SPRING, n % 50));
        Examples.finish(workspace.packages(), n);
    }

    private static void say(Object word) {
        OUT.println(word);
        OUT.flush();
    }
}
