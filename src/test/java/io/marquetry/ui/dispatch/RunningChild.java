package io.marquetry.ui.dispatch;

import io.marquetry.base.Actor;
import io.marquetry.base.CancelSignal;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.StateStep;
import io.marquetry.launch.Wiring;
import io.marquetry.source.remote.MachineLogins;
import io.marquetry.workspace.Workspace;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;

/** Sends the first dispatch of a workspace until it is killed. */
final class RunningChild {

    private static final PrintStream OUT = System.out;

    private RunningChild() {}

    /** Sends, and waits to be killed. */
    public static void main(String[] arguments) throws IOException {
        try (Workspace workspace =
                new Wiring(
                                InstantSource.system(),
                                new MachineLogins(Path.of(arguments[0], "config"), name -> null),
                                new Actor("chen"))
                        .open(Path.of(arguments[0]))) {
            StateStep ended =
                    workspace
                            .dispatches()
                            .run(
                                    new DispatchId(1),
                                    status -> {
                                        OUT.println("begun");
                                        OUT.flush();
                                    },
                                    new CancelSignal());
            OUT.println(ended.state());
            OUT.flush();
            int ignored = System.in.read();
        }
    }
}
