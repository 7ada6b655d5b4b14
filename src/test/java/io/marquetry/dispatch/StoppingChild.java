package io.marquetry.dispatch;

import io.marquetry.base.ProblemException;
import io.marquetry.store.dispatch.H2Reach;

import java.nio.file.Path;
import java.util.List;

/** Another program that puts an address on the list of those who must not be written to. */
final class StoppingChild {

    private StoppingChild() {}

    /** Says what came of it. */
    public static void main(String[] arguments) {
        String said = "stopped";
        try (H2Reach reach = new H2Reach(Path.of(arguments[1]))) {
            reach.suppress(
                    List.of(
                            new Reach.Suppression(
                                    ChannelKind.PUSH,
                                    arguments[0],
                                    "unsubscribed",
                                    "another",
                                    ReadyToSend.NOW)));
        } catch (ProblemException e) {
            said = e.problem().key();
        }
        System.out.println(said);
    }
}
