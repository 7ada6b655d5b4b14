/**
 * Who is addressed: audience expressions, their text form, and the ports that answer how many
 * people one has. Nothing here knows a database.
 */
package io.marquetry.audience;
