package io.marquetry.cli.common;

import io.marquetry.base.Texts;
import io.marquetry.workspace.WorkspaceOpener;

import java.time.InstantSource;

/**
 * What commands are made with.
 *
 * @param opener opens the workspace that a command works in
 * @param texts the words of messages and help
 * @param clock tells the time of imports and versions
 */
public record CommandTools(WorkspaceOpener opener, Texts texts, InstantSource clock) {}
