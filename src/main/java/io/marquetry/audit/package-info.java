/** What was done, by whom and when: a chain that only grows, and its verification. */
package io.marquetry.audit;
