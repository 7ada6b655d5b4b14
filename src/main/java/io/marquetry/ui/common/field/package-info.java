/** Where people type and choose: days, focus, and texts that are still being composed. */
package io.marquetry.ui.common.field;
