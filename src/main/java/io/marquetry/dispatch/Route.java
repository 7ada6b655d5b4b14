package io.marquetry.dispatch;

import io.marquetry.asset.Template;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One of the ways that a dispatch has to people: an account, and what belongs to its channel.
 *
 * @param account the name of the account; what that account guarantees is asked when the dispatch
 *     runs
 * @param address the attribute with the address; empty: the key of a profile is its address
 * @param consent who agreed to this channel; empty: everybody, as whoever planned it stands for
 * @param text what is sent, with its places
 * @param price of one message; empty: nobody said
 */
public record Route(
        String account,
        ChannelKind channel,
        Optional<String> address,
        Optional<Dispatch.Consent> consent,
        Template text,
        Optional<BigDecimal> price) {}
