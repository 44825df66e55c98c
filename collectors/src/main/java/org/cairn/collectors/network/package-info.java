/// What the host offers to and expects from the network: sockets, routes, names, packet filters, radios.
@NullMarked
package org.cairn.collectors.network;

import org.jspecify.annotations.NullMarked;
