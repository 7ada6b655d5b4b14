/** Lists with columns that are sorted, chosen and walked by keyboard. */
package io.marquetry.ui.common.list;
