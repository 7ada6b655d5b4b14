/** From the audience to those who really get a message. */
package io.marquetry.dispatch.plan;
