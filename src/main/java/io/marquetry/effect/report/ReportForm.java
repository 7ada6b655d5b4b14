package io.marquetry.effect.report;

/** What file a report becomes. */
public enum ReportForm {
    /** Pages of A4, with their fonts. */
    PDF,
    /** One page for a browser, complete in itself. */
    HTML
}
