/** Packages that go out: planned, agreed to, sent, paused, and what became of people. */
@org.jspecify.annotations.NullMarked
package io.marquetry.ui.dispatch;
