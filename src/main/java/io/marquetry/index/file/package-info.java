/** The files of an index: sets, the order they are written in, and the keys of people. */
package io.marquetry.index.file;
