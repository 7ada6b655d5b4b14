/** The sheet that shows package documents before they are taken into the workspace. */
package io.marquetry.ui.incoming;
