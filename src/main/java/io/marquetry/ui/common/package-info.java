/** What all screens share: background work, loading of views, themes, notices, number formats. */
package io.marquetry.ui.common;
