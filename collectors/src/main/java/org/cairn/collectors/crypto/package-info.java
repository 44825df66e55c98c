/// Encryption in transit and the keys behind it: settings of proxies, handshakes with this host's own end points,
/// system
/// policies, hardware that holds keys, inventories.
@NullMarked
package org.cairn.collectors.crypto;

import org.jspecify.annotations.NullMarked;
