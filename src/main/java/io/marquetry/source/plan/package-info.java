/** What the user decided about a file: its columns, what means missing, and where it came from. */
package io.marquetry.source.plan;
