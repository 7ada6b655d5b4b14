/** What is typed about a tag and its asset, with its key proposed and checked. */
package io.marquetry.ui.tags.form;
