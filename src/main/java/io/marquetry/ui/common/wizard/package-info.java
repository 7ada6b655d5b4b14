/** Several pages that end in one task. */
package io.marquetry.ui.common.wizard;
