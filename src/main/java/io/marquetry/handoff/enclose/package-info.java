/** What a package document can hand over beside what its version says: recipients, and SQL. */
package io.marquetry.handoff.enclose;
