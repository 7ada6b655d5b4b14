/**
 * What all commands share: opening the workspace, output as text or JSON, failures as sentences.
 */
package io.marquetry.cli.common;
