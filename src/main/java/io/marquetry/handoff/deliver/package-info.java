/** Documents handed over to machines: posted to an endpoint, signed, and tried again. */
package io.marquetry.handoff.deliver;
