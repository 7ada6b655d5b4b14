package io.marquetry.cli.common;

import io.marquetry.base.Texts;
import io.marquetry.workspace.WorkspaceOpener;

import java.time.InstantSource;
import java.util.List;

/**
 * What commands are made with.
 *
 * @param opener opens the workspace that a command works in
 * @param texts the words of messages and help
 * @param clock tells the time of imports and versions
 * @param asked what the user wrote behind the noun whose commands are made; empty: anything
 */
public record CommandTools(
        WorkspaceOpener opener, Texts texts, InstantSource clock, List<String> asked) {

    public CommandTools {
        asked = List.copyOf(asked);
    }

    /** Returns what the commands of a noun below this one are made with. */
    public CommandTools below() {
        return new CommandTools(
                opener, texts, clock, asked.subList(Math.min(1, asked.size()), asked.size()));
    }
}
