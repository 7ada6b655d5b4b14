/** Work in the background, and answers that may come too late. */
package io.marquetry.ui.common.work;
