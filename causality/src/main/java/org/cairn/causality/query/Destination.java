package org.cairn.causality.query;

import org.cairn.causality.Edge;
import org.cairn.causality.Endpoint;
import org.cairn.causality.ProcessNode;

/// A place outside this host that a process addressed.
/// @param edge the CONNECT or SEND with its result, its time and the raw records behind it. A connect of a datagram
///             socket succeeds without a packet sent (connect(2))
public record Destination(ProcessNode process, Endpoint.Inet endpoint, Edge edge) {}
