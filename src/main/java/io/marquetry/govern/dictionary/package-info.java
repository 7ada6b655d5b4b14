/** All tags with how they are kept, as a table that people edit elsewhere: out and in again. */
package io.marquetry.govern.dictionary;
