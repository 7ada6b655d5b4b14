/** The sheet that makes tags from the columns of a source in one step. */
package io.marquetry.ui.propose;
