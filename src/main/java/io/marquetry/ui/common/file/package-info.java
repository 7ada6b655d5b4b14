/** Files that are dropped, opened and saved. */
package io.marquetry.ui.common.file;
