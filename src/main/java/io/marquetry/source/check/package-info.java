/** Whether a rule fits a source: its fields, types and cycles, found without asking a database. */
package io.marquetry.source.check;
