/// Inference servers and gateways: how they are started, what settings they have, what they spent, how they are
/// confined.
@NullMarked
package org.cairn.collectors.inference;

import org.jspecify.annotations.NullMarked;
