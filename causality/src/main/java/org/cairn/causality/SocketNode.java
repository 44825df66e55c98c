package org.cairn.causality;

/// One connection, or one association of a process with an endpoint.
/// @param endpoint   the address the record names: of the server for a connect, of the peer for an accept
/// @param connection counts the connections of this host with that endpoint, from 0
public record SocketNode(String host, Endpoint endpoint, long connection) implements Node {}
