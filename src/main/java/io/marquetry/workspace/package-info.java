/**
 * One open workspace as the window and the command line see it: a record of one service for each
 * feature.
 */
package io.marquetry.workspace;
